package news.platform.gateway.hot.memory;

import java.time.Duration;

/**
 * How long the entries of a method are good, by what they are. Kept apart from the entries and asked at each use, so that
 * an operator's override is true of what is in memory already. Times are nanoseconds.
 */
public final class Lifetimes {

    /** What an entry is, as far as its ages go. */
    public enum Sort {
        /** A good answer. */
        WHOLE,
        /** A good answer that was made without one of its services. */
        PARTIAL,
        /** That there is no such thing. */
        ABSENT,
        /** For the one who asked alone. */
        PASSING,
        /** Made up by the warm-up: never old. */
        SAMPLE
    }

    /**
     * For how long an entry is good.
     *
     * @param fresh since its call ended
     * @param stale after that, while one call refreshes it
     * @param onError after fresh, when calls fail; negative: never, the failure is told
     */
    record Ages(long fresh, long stale, long onError) {

        private static final Ages NONE = new Ages(0, 0, -1);
        private static final Ages ENDLESS = new Ages(Long.MAX_VALUE / 4, 0, -1);

        boolean lastGood() {
            return onError >= 0;
        }
    }

    private final long longest;
    private final Ages[] bySort = new Ages[Sort.values().length];

    /**
     * @param whole how long a good answer is fresh
     * @param longest how long one is at most of which its service says so
     * @param partial how long one is fresh that was made without one of its services
     * @param absent how long it is remembered that there is none
     * @param stale how long good answers are served after that while they are refreshed
     * @param onError how long good answers are served after that when calls fail; negative: not at all
     */
    public Lifetimes(
            Duration whole, Duration longest, Duration partial, Duration absent, Duration stale, Duration onError) {
        this.longest = longest.toNanos();
        bySort[Sort.WHOLE.ordinal()] = new Ages(whole.toNanos(), stale.toNanos(), onError.toNanos());
        bySort[Sort.PARTIAL.ordinal()] = new Ages(partial.toNanos(), stale.toNanos(), onError.toNanos());
        bySort[Sort.ABSENT.ordinal()] = new Ages(absent.toNanos(), 0, -1);
        bySort[Sort.PASSING.ordinal()] = Ages.NONE;
        bySort[Sort.SAMPLE.ordinal()] = Ages.ENDLESS;
    }

    /** Whether an entry of the sort is kept at all. */
    public boolean keeps(Sort sort) {
        return of(sort).fresh() > 0;
    }

    /** Those of an entry of which its service says how long it is fresh: never shorter than of others, nor longer than the longest. */
    Ages of(Sort sort, long said) {
        Ages usual = of(sort);
        long fresh = Math.min(said, longest);
        return sort == Sort.WHOLE && fresh > usual.fresh() ? new Ages(fresh, usual.stale(), usual.onError()) : usual;
    }

    private Ages of(Sort sort) {
        return bySort[sort.ordinal()];
    }
}
