package news.platform.gateway.hot.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import news.platform.gateway.hot.memory.PurgeLog.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The answers, bounded by weight, found by key to be served and by tag to be purged. Thread-safe.
 *
 * <p>An entry enters the index before the cache and is judged again after it: a purge that the judgement misses came later
 * and therefore finds the entry in the index.
 */
public final class HotStore {

    private record Tag(String method, String id) {}

    private final PurgeLog purges;
    private final Map<Tag, Set<HotEntry>> index = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;
    private final Cache<HotKey, HotEntry> entries;

    /** @param nanoTime the time by which entries age, {@link System#nanoTime()} but in tests */
    public HotStore(long maxBytes, PurgeLog purges, LongSupplier nanoTime) {
        this.purges = purges;
        this.nanoTime = nanoTime;
        this.entries = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((HotKey key, HotEntry entry) -> entry.weight())
                .removalListener((@Nullable HotKey key, @Nullable HotEntry entry, RemovalCause cause) -> {
                    if (entry != null) {
                        unindex(entry);
                    }
                })
                .executor(Runnable::run)
                .build();
    }

    /** The time by which entries age, in nanoseconds from any beginning. */
    public long now() {
        return nanoTime.getAsLong();
    }

    public @Nullable HotEntry find(HotKey key) {
        return entries.getIfPresent(key);
    }

    /** The number of the latest purge: what a call notes when it begins. */
    public long purgeCount() {
        return purges.now();
    }

    /** Whether a purge came after the entry's call began that left it as a last good answer. */
    public boolean overtaken(HotEntry entry) {
        return entry.isOvertaken() || purges.overtaken(entry.key().method(), entry.begun());
    }

    /** How the entry stands to the purges since its call began. */
    public Verdict judge(HotEntry entry) {
        return purges.judge(entry);
    }

    /** Keeps the entry unless a purge has overtaken it. */
    public Verdict keep(HotEntry entry) {
        Verdict before = purges.judge(entry);
        if (before != Verdict.CURRENT) {
            return before;
        }
        index(entry);
        entries.put(entry.key(), entry);
        Verdict after = purges.judge(entry);
        if (after == Verdict.PURGED) {
            entries.asMap().remove(entry.key(), entry);
        }
        return after;
    }

    /** Puts one that is as old in the place of an entry, unless that has gone meanwhile; whatever has become of that becomes of it. */
    public void replace(HotEntry entry, HotEntry other) {
        index(other);
        if (!entries.asMap().replace(entry.key(), entry, other)) {
            unindex(other);
            return;
        }
        if (entry.isOvertaken()) {
            other.overtake();
        }
    }

    public void remove(HotKey key) {
        entries.invalidate(key);
    }

    /**
     * Something changed: every entry of the method that shows it goes. How many went.
     *
     * @param all whether entries that do not show it are overtaken, too
     * @param keepsLastGood whether those that show it are only overtaken: no errors, which say that it is not there
     */
    public int purge(String method, String subject, boolean all, boolean keepsLastGood) {
        if (all) {
            // something new: a call under way may show it or not, nothing in its answer is wrong
            purges.all(method);
        } else {
            purges.subject(method, subject);
        }
        Set<HotEntry> shown = index.get(new Tag(method, subject));
        if (shown == null) {
            return 0;
        }
        List<HotEntry> going = List.copyOf(shown);
        for (HotEntry entry : going) {
            if (keepsLastGood && !entry.isProblem()) {
                entry.overtake();
            } else {
                entries.asMap().remove(entry.key(), entry);
            }
        }
        return going.size();
    }

    /** Purges may have been missed. */
    public void clear() {
        purges.everything();
        entries.invalidateAll();
    }

    public long size() {
        return entries.estimatedSize();
    }

    public long weight() {
        entries.cleanUp();
        return entries.policy()
                .eviction()
                .map(eviction -> eviction.weightedSize().orElse(0))
                .orElse(0L);
    }

    private void index(HotEntry entry) {
        for (String tag : entry.tags()) {
            index.compute(new Tag(entry.key().method(), tag), (t, those) -> {
                Set<HotEntry> set = those == null ? ConcurrentHashMap.newKeySet(2) : those;
                set.add(entry);
                return set;
            });
        }
    }

    private void unindex(HotEntry entry) {
        for (String tag : entry.tags()) {
            index.computeIfPresent(new Tag(entry.key().method(), tag), (t, those) -> {
                those.remove(entry);
                return those.isEmpty() ? null : those;
            });
        }
    }
}
