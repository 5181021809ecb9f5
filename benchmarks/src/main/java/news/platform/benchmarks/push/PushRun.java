package news.platform.benchmarks.push;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was seen, undisturbed and while parts were killed. */
record PushRun(long seed, int devices, Fanout calm, Fanout disturbed) {
    private static final double CALM_SECONDS = 30;
    private static final double DISTURBED_SECONDS = 120;
    /** What is sent together, and may be lost as push with a kill; the list of the user has it. */
    private static final int CHUNK = 500;

    /**
     * One story to all.
     *
     * @param seconds from the answer of its publication until the last push has ended
     * @param notified users who find it in their list
     * @param sent devices it was sent to
     * @param repeated how often it was sent to one again
     */
    record Fanout(double seconds, int kills, int notified, int sent, int repeated) {
        private void complain(int devices, double limit, List<String> complaints) {
            String when = kills == 0 ? "undisturbed" : "with kills";
            if (seconds > limit) {
                complaints.add(
                        String.format(Locale.ROOT, "%s it took %.1f s (expected: < %.0f)", when, seconds, limit));
            }
            if (notified != devices) {
                complaints.add(when + " " + (devices - notified) + " users do not find it in their list");
            }
            if (sent < devices - kills * CHUNK) {
                complaints.add(when + " " + (devices - sent) + " devices were not pushed to");
            }
            if (repeated > 0) {
                complaints.add(when + " devices were pushed to again, " + repeated + " times");
            }
        }
    }

    /** What is not as it should be, empty where all is. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        calm.complain(devices, CALM_SECONDS, complaints);
        disturbed.complain(devices, DISTURBED_SECONDS, complaints);
        return complaints;
    }
}
