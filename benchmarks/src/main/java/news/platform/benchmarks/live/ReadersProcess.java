package news.platform.benchmarks.live;

import java.nio.file.Path;
import java.util.List;
import news.platform.benchmarks.load.Scenario;
import news.platform.benchmarks.measure.Readers;
import news.platform.benchmarks.publish.Schedule;
import news.platform.local.console.Complaint;
import news.platform.local.process.Programs;
import tools.jackson.databind.json.JsonMapper;

/**
 * Readers in a process of their own: what holds up the process of ten thousand listeners, a collection of its garbage for one, would else
 * be counted as the gateway's.
 */
final class ReadersProcess {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ANSWER = "readers ";

    private ReadersProcess() {}

    /**
     * What they read.
     *
     * @param uncachedRate of the list a second
     * @param begin of the schedule by {@link System#nanoTime()}, which Linux has all processes take from one clock
     * @param schedule of lives, in whose bursts nothing counts
     */
    record Order(
            int port, Scenario article, Scenario list, int uncachedRate, int seconds, long begin, Schedule schedule) {}

    /** Starts them, and waits for what they saw. */
    static Readers read(Order order) {
        String output = Programs.run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ReadersProcess.class.getName(),
                JSON.writeValueAsString(order)));
        return output.lines()
                .filter(line -> line.startsWith(ANSWER))
                .map(line -> JSON.readValue(line.substring(ANSWER.length()), Readers.class))
                .findFirst()
                .orElseThrow(() -> new Complaint("The readers' process failed: " + output.strip()));
    }

    /** In that process. */
    public static void main(String[] arguments) {
        Order order = JSON.readValue(arguments[0], Order.class);
        Readers readers = Readers.read(
                order.port,
                order.article,
                order.list,
                order.uncachedRate,
                order.seconds,
                due -> !order.schedule.inBurst(due - order.begin));
        System.out.println(ANSWER + JSON.writeValueAsString(readers));
    }
}
