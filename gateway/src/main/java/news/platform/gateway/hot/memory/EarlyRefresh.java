package news.platform.gateway.hot.memory;

import java.util.concurrent.ThreadLocalRandom;

/**
 * When an answer is asked for again before its end: the more likely the nearer the end and the longer its call took (XFetch).
 * Never in the first half of its age: where a call takes about as long as its answer keeps, the first reader after each
 * call would begin the next, and a service that is slow already would be asked without a pause.
 *
 * @param loadedAt when the answer came, of {@link HotStore#now()}
 * @param freshUntil its end
 * @param took how long its call took, in nanoseconds
 */
record EarlyRefresh(long loadedAt, long freshUntil, long took) {

    /** Whether one who reads it now is to see to it. */
    boolean due(long now) {
        long left = freshUntil - now;
        // beyond ten times the call's length the chance is below 1 in 20,000
        return left < took * 10
                && left <= (freshUntil - loadedAt) / 2
                && -took * Math.log(1 - ThreadLocalRandom.current().nextDouble()) >= left;
    }
}
