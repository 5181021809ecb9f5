package news.platform.benchmarks.live;

/**
 * One part was killed and came back.
 *
 * @param afterSeconds since the beginning
 * @param downSeconds until it was ready again
 * @param servedSeconds from then until the last client had heard something that was published since
 * @param unserved clients that had not when patience ended
 */
record Strike(String part, double afterSeconds, double downSeconds, double servedSeconds, long unserved) {
    private static final double COLD_GATEWAY = 20;
    private static final double OTHER = 10;

    /** How long it may take. */
    double limit() {
        return part.equals("gateway") ? COLD_GATEWAY : OTHER;
    }
}
