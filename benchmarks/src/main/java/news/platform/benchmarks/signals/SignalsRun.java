package news.platform.benchmarks.signals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import news.platform.benchmarks.load.Shot;

/**
 * What was seen.
 *
 * @param read the median turn of a cached article
 * @param signal the median turn of a signal
 * @param load the whole load in which the service was killed
 * @param flow what became of all signals of the run
 */
record SignalsRun(Turn read, Turn signal, Turn load, Flow flow) {
    private static final double AIM = 2;

    /**
     * Some seconds of one kind of request.
     *
     * @param gatewayMicros processor time of the gateway for one of them
     * @param allMicros of all processes of the platform, the service of views among them
     */
    record Turn(Shot shot, double gatewayMicros, double allMicros) {}

    /**
     * Signals, counted at each place.
     *
     * @param answered by 204, as the load generator saw it; those under way at the end of a turn it does not count
     * @param sent that the broker has confirmed to the gateway
     * @param dropped by the gateway, because its buffer was full or the broker away
     * @param held by the topic
     * @param counted in the database
     * @param caughtUp how many a second the service took alone, after it had been dead for a quarter of the load
     */
    record Flow(long answered, long sent, long dropped, long held, long counted, double caughtUp) {}

    /** What a signal costs the edge, in hot reads. */
    double ratio() {
        return read.gatewayMicros() == 0 ? 0 : signal.gatewayMicros() / read.gatewayMicros();
    }

    /** What is wrong; empty where nothing is. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        if (flow.counted() != flow.held()) {
            complaints.add("the database has " + flow.counted() + " of " + flow.held() + " that the topic holds");
        }
        if (flow.sent() + flow.dropped() < flow.answered()) {
            complaints.add((flow.answered() - flow.sent() - flow.dropped())
                    + " were answered and neither sent nor counted as dropped");
        }
        long failures =
                read.shot().failures() + signal.shot().failures() + load.shot().failures();
        if (failures > 0) {
            complaints.add(failures + " requests failed");
        }
        if (ratio() > AIM) {
            complaints.add(String.format(Locale.ROOT, "a signal costs %.1f hot reads (expected: at most 2)", ratio()));
        }
        return complaints;
    }
}
