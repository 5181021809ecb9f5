package news.platform.gateway.hot.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What was purged a moment ago, so that an answer whose call began before a purge is recognised when it arrives after it.
 * Each purge has a number; a call notes the number at which it began. Thread-safe.
 */
public final class PurgeLog {

    /** How an answer stands to the purges since its call began. */
    public enum Verdict {
        /** None concerns it. */
        CURRENT,
        /** Something happened that may belong into it: not to be kept, but nothing in it is wrong. */
        OVERTAKEN,
        /** Something that it shows has changed: not to be shown. */
        PURGED
    }

    /** Longer than any call whose answer is kept. */
    static final Duration MEMORY = Duration.ofMinutes(2);

    private static final int MAX_SUBJECTS = 200_000;

    private record Subject(String method, String id) {}

    private final AtomicLong count = new AtomicLong();
    private final AtomicLong forgotten = new AtomicLong();
    private final Map<String, Long> all = new ConcurrentHashMap<>();
    private final Cache<Subject, Long> subjects = Caffeine.newBuilder()
            .maximumSize(MAX_SUBJECTS)
            .expireAfterWrite(MEMORY)
            .evictionListener(this::forget)
            .build();

    /** For lack of room: what began before it can no longer be judged. */
    private void forget(@Nullable Object subject, @Nullable Object number, RemovalCause cause) {
        if (cause == RemovalCause.SIZE && number instanceof Long evicted) {
            forgotten.accumulateAndGet(evicted, Math::max);
        }
    }

    /** The number of the latest purge. */
    public long now() {
        return count.get();
    }

    void subject(String method, String id) {
        // the number is taken inside, so that two purges of one subject never leave the older number
        subjects.asMap().compute(new Subject(method, id), (subject, before) -> count.incrementAndGet());
    }

    void all(String method) {
        all.compute(method, (name, before) -> count.incrementAndGet());
    }

    /** Whether a purge of the whole method came after the call began. */
    public boolean overtaken(String method, long begun) {
        Long number = all.get(method);
        return number != null && number > begun;
    }

    /** Everything that began until now is overtaken. */
    void everything() {
        forgotten.accumulateAndGet(count.incrementAndGet(), Math::max);
    }

    Verdict judge(HotEntry entry) {
        String method = entry.key().method();
        for (String tag : entry.tags()) {
            Long number = subjects.getIfPresent(new Subject(method, tag));
            if (number != null && number > entry.begun()) {
                return Verdict.PURGED;
            }
        }
        boolean late = forgotten.get() > entry.begun() || entry.callTime().compareTo(MEMORY) >= 0;
        return late || overtaken(method, entry.begun()) ? Verdict.OVERTAKEN : Verdict.CURRENT;
    }
}
