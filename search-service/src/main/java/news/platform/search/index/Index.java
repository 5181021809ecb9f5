package news.platform.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import news.platform.search.text.NewsAnalyzer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LiveFieldValues;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.NRTCachingDirectory;
import org.springframework.util.FileSystemUtils;

/**
 * One index on disk. Whatever comes late changes nothing: the highest version of an item is the one that is found, and of what is
 * gone a mark stays. A commit holds up to where events went into it; what came later comes again after a crash. Thread-safe.
 */
public final class Index implements Catalogue.Target {
    /** Rises with each change of what documents consist of: an index of another format is made anew. */
    static final int FORMAT = 3;

    private static final String FORMAT_KEY = "format";
    private static final String COMPLETE = "complete";
    private static final String STALE = "stale";
    private static final String POSITION = "position:";
    private static final double BUFFER_MEGABYTES = 16;
    /** What one refresh or a merge of some adds; until the next commit it is never a file. */
    private static final double CACHED_SEGMENT_MEGABYTES = 1;

    private static final double CACHED_MEGABYTES = 8;
    /** Smaller segments count as of this size when it is decided whether there are too many; the smallest are merged. */
    private static final double SMALLEST_SEGMENT_MEGABYTES = 4;
    /**
     * How many segments of about a size there may be before as many are merged. Each costs a search some 30 µs: 8,000 articles are in 6 segments
     * rather than the 13 of half a megabyte and Lucene's 8, for which 1.9 times as much is written while they come.
     */
    private static final double SEGMENTS_OF_A_SIZE = 4;

    private static final long NONE = -1;

    private final Path folder;
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final LiveFieldValues<IndexSearcher, Long> ranks;
    private final Documents documents = new Documents();
    private final Map<String, String> opened;
    private volatile boolean complete;
    private volatile boolean closed;

    private Index(Path folder) throws IOException {
        this.folder = folder;
        this.directory = new NRTCachingDirectory(new MMapDirectory(folder), CACHED_SEGMENT_MEGABYTES, CACHED_MEGABYTES);
        var config = new IndexWriterConfig(NewsAnalyzer.ofTexts());
        config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
        config.setMergePolicy(new TieredMergePolicy()
                .setFloorSegmentMB(SMALLEST_SEGMENT_MEGABYTES)
                .setSegmentsPerTier(SEGMENTS_OF_A_SIZE));
        config.setCommitOnClose(false);
        this.writer = new IndexWriter(directory, config);
        this.searchers = new SearcherManager(writer, new SearcherFactory());
        this.ranks = new LiveFieldValues<>(searchers, NONE) {
            @Override
            protected Long lookupFromSearcher(IndexSearcher searcher, String key) throws IOException {
                return rank(searcher, key);
            }
        };
        var data = new HashMap<String, String>();
        var committed = writer.getLiveCommitData();
        if (committed != null) {
            committed.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        this.opened = Map.copyOf(data);
        this.complete = says(COMPLETE) && String.valueOf(FORMAT).equals(opened.get(FORMAT_KEY));
    }

    private boolean says(String name) {
        return Boolean.parseBoolean(opened.get(name));
    }

    /** Opens the one that is there, or makes one. */
    static Index open(Path folder) {
        try {
            return new Index(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the index " + folder, e);
        }
    }

    Path folder() {
        return folder;
    }

    /** Whether it was made of all that readers have. */
    public boolean isComplete() {
        return complete;
    }

    void markComplete() {
        complete = true;
    }

    /** Whether it may lack something by what was known when it was committed last. */
    boolean wasStale() {
        return says(STALE);
    }

    /** Up to where events had gone into it when it was opened, by topic and partition. */
    Map<String, Long> positions() {
        var positions = new HashMap<String, Long>();
        opened.forEach((name, value) -> {
            if (name.startsWith(POSITION)) {
                positions.put(name.substring(POSITION.length()), Long.valueOf(value));
            }
        });
        return positions;
    }

    @Override
    public void put(List<Item> items) {
        items.forEach(this::put);
    }

    /** Has the item be found as it is here, unless something later is known. */
    synchronized void put(Item item) {
        change(item.key(), item.rank(), () -> writer.updateDocument(key(item.key()), documents.of(item)));
    }

    /** Has it be found no more from the next refresh on. Returns whether that changes anything. */
    synchronized boolean remove(String key, long version) {
        return change(
                key, Item.rank(version, true), () -> writer.updateDocument(key(key), documents.gone(key, version)));
    }

    /** Makes all that was put be found. */
    void refresh() {
        run(searchers::maybeRefreshBlocking);
    }

    /** Keeps all that was put, with up to where events went into it before. */
    void commit(Map<String, Long> positions, boolean stale) {
        var data = new HashMap<String, String>();
        data.put(FORMAT_KEY, String.valueOf(FORMAT));
        data.put(COMPLETE, String.valueOf(complete));
        data.put(STALE, String.valueOf(stale));
        positions.forEach((partition, offset) -> data.put(POSITION + partition, offset.toString()));
        run(() -> {
            writer.setLiveCommitData(data.entrySet());
            writer.commit();
        });
    }

    /** Reads it as it is when this begins. */
    public <T> T read(Reading<T> reading) {
        try {
            var searcher = searchers.acquire();
            try {
                return reading.read(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the index " + folder, e);
        }
    }

    /** The keys of some items of which not all is here. */
    List<String> partial(int limit) {
        return read(searcher -> {
            var found = new ArrayList<String>();
            var keys = MultiDocValues.getSortedValues(searcher.getIndexReader(), Fields.KEY);
            for (var hit : searcher.search(new TermQuery(new Term(Fields.PARTIAL, "1")), limit).scoreDocs) {
                if (Objects.requireNonNull(keys).advanceExact(hit.doc)) {
                    found.add(keys.lookupOrd(keys.ordValue()).utf8ToString());
                }
            }
            return found;
        });
    }

    /** Leaves what is committed. Who reads it may finish. */
    synchronized void close() {
        closed = true;
        run(() -> {
            ranks.close();
            searchers.close();
            writer.rollback();
            directory.close();
        });
    }

    void delete() {
        close();
        run(() -> FileSystemUtils.deleteRecursively(folder));
    }

    private boolean change(String key, long rank, Work work) {
        try {
            var known = closed ? Long.valueOf(Long.MAX_VALUE) : ranks.get(key);
            if (known != null && known >= rank) {
                return false;
            }
            work.run();
            ranks.add(key, rank);
            return true;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static long rank(IndexSearcher searcher, String key) throws IOException {
        for (var leaf : searcher.getLeafContexts()) {
            var postings = leaf.reader().postings(key(key));
            if (postings == null) {
                continue;
            }
            var live = leaf.reader().getLiveDocs();
            var ranks = leaf.reader().getNumericDocValues(Fields.RANK);
            for (int at = postings.nextDoc(); at < Integer.MAX_VALUE; at = postings.nextDoc()) {
                if ((live == null || live.get(at)) && ranks != null && ranks.advanceExact(at)) {
                    return ranks.longValue();
                }
            }
        }
        return NONE;
    }

    private static Term key(String key) {
        return new Term(Fields.KEY, key);
    }

    private void run(Work work) {
        try {
            work.run();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private UncheckedIOException failed(IOException cause) {
        return new UncheckedIOException("Cannot keep the index " + folder, cause);
    }

    /** Reads an index. */
    @FunctionalInterface
    public interface Reading<T> {
        /** Reads it by this searcher, which is closed afterwards. */
        T read(IndexSearcher searcher) throws IOException;
    }

    private interface Work {
        void run() throws IOException;
    }
}
