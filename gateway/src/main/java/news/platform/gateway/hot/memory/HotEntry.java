package news.platform.gateway.hot.memory;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import news.platform.gateway.answer.Answer;
import news.platform.gateway.hot.encoding.Compression;
import news.platform.gateway.hot.encoding.Encoded;
import news.platform.gateway.hot.encoding.Encoding;
import news.platform.gateway.hot.encoding.Etags;
import news.platform.gateway.hot.memory.Lifetimes.Ages;
import news.platform.gateway.hot.memory.Lifetimes.Sort;
import news.platform.security.Audience;
import org.jspecify.annotations.Nullable;

/**
 * One answer in memory. Fresh until its age is reached, then stale while one call refreshes it, then good only when calls
 * fail; how long each of that takes, its method's lifetimes say when it is used. All times are {@link HotStore#now()}.
 */
public final class HotEntry {

    /** What may be done with an entry now. */
    public enum Use {
        /** Serve it. */
        FRESH,
        /** Serve it, and have it refreshed. */
        STALE,
        /** A call failed a moment ago: serve it, marked. */
        DEGRADED,
        /** Ask first. */
        NONE
    }

    /**
     * The call that brought it.
     *
     * @param begun the number of the latest purge when it began
     * @param started when it began
     * @param ended when it ended
     */
    public record Call(long begun, long started, long ended) {}

    private static final int OVERHEAD = 1024;

    /**
     * For how long a failed call speaks for the next ones. Longer than pause and deadline of the refreshes that readers in
     * an outage bring about, so that none of them waits; who comes later asks, and finds a service that is back.
     */
    private static final long MOMENT = TimeUnit.SECONDS.toNanos(10);

    private final HotKey key;
    private final Answer answer;
    private final Set<String> tags;
    private final Compression compression;
    private final boolean forAll;
    private final String etag;
    private final @Nullable String degraded;
    private final long begun;
    private final long loadedAt;
    private final long took;
    private final long said;
    private final Sort sort;
    private final AtomicReferenceArray<@Nullable Encoded> encodings =
            new AtomicReferenceArray<>(Encoding.values().length);
    private final AtomicLong nextRefresh;
    private volatile long failingUntil;
    private volatile boolean overtaken;

    public HotEntry(HotKey key, Answer answer, Set<String> tags, Sort sort, Compression compression, Call call) {
        this.key = key;
        this.answer = answer;
        this.tags = Set.copyOf(tags);
        this.compression = compression;
        this.forAll = answer.audience().filter(Audience.ALL::equals).isPresent();
        this.etag = Etags.base(answer);
        this.degraded = answer.degraded().isEmpty() ? null : String.join(",", answer.degraded());
        this.begun = call.begun();
        this.loadedAt = call.ended();
        this.took = call.ended() - call.started();
        this.said = answer.maxAge().map(Duration::toNanos).orElse(0L);
        this.sort = sort;
        this.nextRefresh = new AtomicLong(loadedAt);
        this.failingUntil = loadedAt;
    }

    public HotKey key() {
        return key;
    }

    public Answer answer() {
        return answer;
    }

    /** Whether its service says that it is everybody's, where that varies by entitlement. */
    public boolean isForAll() {
        return forAll;
    }

    Set<String> tags() {
        return tags;
    }

    long begun() {
        return begun;
    }

    /** How long its call took. */
    Duration callTime() {
        return Duration.ofNanos(took);
    }

    /** What it is, as far as its ages go. */
    public Sort sort() {
        return sort;
    }

    public boolean isProblem() {
        return answer.status() >= 400;
    }

    /** The services without which it was made, separated by commas; null for none. */
    public @Nullable String degraded() {
        return degraded;
    }

    /** From now on it is only good on errors. */
    void overtake() {
        overtaken = true;
    }

    boolean isOvertaken() {
        return overtaken;
    }

    /** @param overtaken whether something was published since that belongs into it: then it is only good on errors */
    public Use use(long now, boolean overtaken, Lifetimes lifetimes) {
        Ages ages = ages(lifetimes);
        long beyond = now - loadedAt - ages.fresh();
        boolean failing = now - failingUntil < 0;
        if (!overtaken && beyond < 0) {
            return Use.FRESH;
        }
        if (!overtaken && beyond < ages.stale()) {
            return failing ? Use.DEGRADED : Use.STALE;
        }
        return failing && ages.lastGood() && beyond < ages.onError() ? Use.DEGRADED : Use.NONE;
    }

    public boolean goodOnError(long now, Lifetimes lifetimes) {
        Ages ages = ages(lifetimes);
        return !isProblem()
                && ages.lastGood()
                && now - loadedAt - ages.fresh() < Math.max(ages.onError(), ages.stale());
    }

    /** Whether a fresh entry should be refreshed already, so that the many who read it never find it stale together. */
    public boolean early(long now, Lifetimes lifetimes) {
        return new EarlyRefresh(loadedAt, loadedAt + ages(lifetimes).fresh(), took).due(now);
    }

    /** For how long it is fresh in all, in nanoseconds. */
    public long fresh(Lifetimes lifetimes) {
        return ages(lifetimes).fresh();
    }

    private Ages ages(Lifetimes lifetimes) {
        return lifetimes.of(sort, said);
    }

    /** True for one caller in each pause. */
    public boolean claimRefresh(long now, long pause) {
        long next = nextRefresh.get();
        return now - next >= 0 && nextRefresh.compareAndSet(next, now + pause);
    }

    /** A call for it failed; the next is due after the pause. */
    public void failed(long now, long pause) {
        failingUntil = now + Math.max(MOMENT, pause);
        nextRefresh.set(now + pause);
    }

    /** The same entry with an answer that says something else of itself. */
    public HotEntry with(Answer other) {
        return new HotEntry(key, other, tags, sort, compression, new Call(begun, loadedAt - took, loadedAt));
    }

    public long ageSeconds(long now) {
        return Math.max(0, (now - loadedAt) / 1_000_000_000L);
    }

    public Encoded encoded(Encoding encoding) {
        Encoded known = encodings.get(encoding.ordinal());
        return known != null ? known : encode(encoding);
    }

    /** What it weighs with every encoding at its worst. */
    int weight() {
        return (int) Math.min(Integer.MAX_VALUE, 3L * answer.body().length + 100L * tags.size() + OVERHEAD);
    }

    private synchronized Encoded encode(Encoding encoding) {
        Encoded known = encodings.get(encoding.ordinal());
        if (known != null) {
            return known;
        }
        byte[] body = answer.body();
        byte[] bytes = compression.encode(body, encoding);
        Encoded made = bytes == body
                ? new Encoded(body, null, Etags.of(etag, Encoding.IDENTITY))
                : new Encoded(bytes, encoding.token(), Etags.of(etag, encoding));
        encodings.set(encoding.ordinal(), made);
        return made;
    }
}
