package news.platform.gateway.guard;

/**
 * How long a method takes when nothing is in its way: follows a faster call quickly and a slower one very slowly. Races
 * lose a sample, which does not matter.
 */
final class Baseline {

    /**
     * What is faster than this keeps nobody waiting. A few dozen readers who queue for two processors make a call of 2 ms
     * take 40 ms: that is load, not overload, and refusing them would help no one.
     */
    private static final double FLOOR_NANOS = 50_000_000;

    /** As a multiple of the usual. */
    static final double MOST = 4;

    private volatile double nanos;

    /** How many times longer than usual this call took. */
    double ratio(long took) {
        double usual = nanos;
        double now = Math.max(took, FLOOR_NANOS);
        if (usual != 0) {
            // one call that took for ever says no more than one that took far too long
            now = Math.min(now, usual * MOST);
        }
        double next = usual == 0 ? now : usual + (now - usual) * (now < usual ? 0.1 : 0.002);
        nanos = next;
        return now / next;
    }
}
