package news.platform.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import news.platform.work.Rounds;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.util.FileSystemUtils;

/**
 * The index of this replica, and beside it the one that it is made anew in while the old one goes on being read. What happens
 * meanwhile goes into both, so whatever an owner told before or after it happened, the new one ends up the same. Thread-safe.
 */
public final class Indexes implements Catalogue, DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(Indexes.class);
    private static final String PREFIX = "index-";

    /** So that names sort as numbers do. */
    private static final long FIRST = 1_000_000;

    private final Slot slot;
    private final Map<String, Long> committed;
    private volatile Index serving;
    private volatile @Nullable Index building;
    private volatile Map<String, Long> positions;
    private volatile boolean wanted;
    /** Whether something was taken away since the index was refreshed for that; changed by who tells of events. */
    private boolean gone;

    public Indexes(IndexProperties properties, Rounds rounds) {
        this.slot = Slot.take(properties.folder());
        this.serving = opened();
        this.committed = serving.isComplete() ? serving.positions() : Map.of();
        this.positions = committed;
        this.wanted = serving.wasStale();
        rounds.every("index-refresh", properties.refresh(), this::refresh);
        rounds.every("index-commit", properties.commit(), this::commit);
    }

    /** Up to where events are in it that was there when this replica started; empty where there was none. */
    public Optional<Map<String, Long>> positions() {
        return serving.isComplete() ? Optional.of(committed) : Optional.empty();
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public boolean isComplete() {
        return serving.isComplete();
    }

    @Override
    public void put(List<Item> items) {
        all().forEach(index -> index.put(items));
    }

    /** See {@link Index#put}. */
    public void put(Item item) {
        put(List.of(item));
    }

    /** See {@link Index#remove}; at the latest from when {@link #reached} is told. */
    public void remove(String key, long version) {
        for (var index : all()) {
            gone |= index.remove(key, version);
        }
    }

    /** Everything before these positions is in it; and what is gone of that is found no more, however much it was. */
    public void reached(Map<String, Long> reached) {
        if (gone) {
            gone = false;
            refresh();
        }
        positions = Map.copyOf(reached);
    }

    @Override
    public void renew() {
        wanted = true;
    }

    @Override
    public boolean isWanted() {
        return wanted;
    }

    @Override
    public List<String> partial(int limit) {
        return read(index -> index.partial(limit));
    }

    @Override
    public synchronized boolean isBuilding() {
        return wanted || building != null || !serving.isComplete();
    }

    @Override
    public synchronized Index begin() {
        wanted = false;
        // where there is nothing better to be read, the new one is read while it grows
        if (!serving.isComplete()) {
            return serving;
        }
        var begun = Index.open(fresh(serving.folder()));
        building = begun;
        return begun;
    }

    @Override
    public synchronized void complete(Target target) {
        var made = (Index) target;
        made.refresh();
        made.markComplete();
        made.commit(positions, wanted);
        if (made != serving) {
            var old = serving;
            serving = made;
            building = null;
            old.delete();
        }
        log.info("The index is whole: {} documents", documents());
    }

    @Override
    public List<Headline> newest(int limit) {
        return read(index -> index.read(searcher -> Headlines.newest(searcher, limit)));
    }

    @Override
    public int documents() {
        return read(index -> index.read(searcher -> searcher.getIndexReader().numDocs()));
    }

    /** Reads the present one. */
    public <T> T read(Function<Index, T> reading) {
        var index = serving;
        try {
            return reading.apply(index);
        } catch (AlreadyClosedException e) {
            if (index == serving) {
                throw e;
            }
            // replaced since
            return reading.apply(serving);
        }
    }

    @Override
    public synchronized void destroy() throws IOException {
        commit();
        all().forEach(Index::close);
        slot.close();
    }

    private List<Index> all() {
        var other = building;
        return other == null ? List.of(serving) : List.of(serving, other);
    }

    private void refresh() {
        read(index -> {
            index.refresh();
            return index;
        });
    }

    private synchronized void commit() {
        // what is to be made anew is so after a restart as well
        serving.commit(positions, wanted || building != null);
    }

    /** The latest complete one; all others go. */
    private Index opened() {
        Index found = null;
        for (var folder : folders()) {
            var index = found == null ? tried(folder) : null;
            if (index == null) {
                delete(folder);
            } else {
                found = index;
            }
        }
        return found == null ? Index.open(slot.folder().resolve(PREFIX + FIRST)) : found;
    }

    private static @Nullable Index tried(Path folder) {
        try {
            var index = Index.open(folder);
            if (index.isComplete()) {
                return index;
            }
            index.close();
        } catch (UncheckedIOException | IllegalArgumentException e) {
            log.warn("The index {} cannot be read, another one is made: {}", folder, e.toString());
        }
        return null;
    }

    private List<Path> folders() {
        try (var found = Files.list(slot.folder())) {
            return found.filter(folder -> folder.getFileName().toString().startsWith(PREFIX))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path fresh(Path last) {
        long number = Long.parseLong(last.getFileName().toString().substring(PREFIX.length()));
        return last.resolveSibling(PREFIX + (number + 1));
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
