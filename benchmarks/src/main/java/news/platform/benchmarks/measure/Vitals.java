package news.platform.benchmarks.measure;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import news.platform.local.console.Complaint;
import news.platform.local.edge.Edge;
import news.platform.local.process.Memory;
import news.platform.local.process.Programs;
import news.platform.local.up.RunningPlatform;

/**
 * What the gateway's process is at one moment.
 *
 * @param residentBytes of the whole process
 * @param oldBytes used in the old generation after the last collection; the young ones do not empty it
 * @param allocatedBytes since the start, as of the last collection
 * @param pauseSeconds of all collections since the start
 */
public record Vitals(long residentBytes, double oldBytes, double allocatedBytes, double pauseSeconds, int threads) {
    private static final Predicate<String> OLD = line -> line.contains("Tenured Gen") || line.contains("Old Gen");
    private static final Predicate<String> HEAP = line -> line.contains("area=\"heap\"");
    private static final Predicate<String> ANY = _ -> true;

    /** Asks the process and its metrics. */
    public static Vitals read(RunningPlatform platform, Edge metrics) {
        List<String> lines = lines(metrics);
        return new Vitals(
                Memory.of(process(platform)),
                sum(lines, "jvm_memory_usage_after_gc", ANY) * sum(lines, "jvm_memory_max_bytes", OLD),
                sum(lines, "jvm_gc_memory_allocated_bytes_total", ANY),
                sum(lines, "jvm_gc_pause_seconds_sum", ANY),
                (int) sum(lines, "jvm_threads_live_threads", ANY));
    }

    /** Bytes allocated since the start, as of the last collection. */
    public static double allocated(Edge metrics) {
        return sum(lines(metrics), "jvm_gc_memory_allocated_bytes_total", ANY);
    }

    /** The sum of one of the gateway's metrics over its labels. */
    public static double sum(Edge metrics, String metric) {
        return sum(lines(metrics), metric, ANY);
    }

    /** What is left of the heap after a full collection, which this causes: what is really held. */
    public static double liveBytes(RunningPlatform platform, Edge metrics) {
        return liveBytes(process(platform), metrics);
    }

    /** The same of any part. */
    public static double liveBytes(ProcessHandle process, Edge metrics) {
        String program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Programs.run(List.of(program, Long.toString(process.pid()), "GC.run"));
        return sum(lines(metrics), "jvm_memory_used_bytes", OLD);
    }

    /** The size of the heap now, full or not. */
    public static double heapBytes(Edge metrics) {
        return sum(lines(metrics), "jvm_memory_committed_bytes", HEAP);
    }

    /** A metric of any part, summed over its labels; 0 where there is none. */
    public static double metric(Edge metrics, String name) {
        return sum(lines(metrics), name, ANY);
    }

    /** The sum of a metric over its labels, as far as they are wanted. */
    static double sum(List<String> lines, String metric, Predicate<String> wanted) {
        return lines.stream()
                .filter(line -> line.startsWith(metric + "{") || line.startsWith(metric + " "))
                .filter(wanted)
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static List<String> lines(Edge metrics) {
        return metrics.get("/actuator/prometheus").body().lines().toList();
    }

    /** The gateway's process as it is now: another one after a restart. */
    public static ProcessHandle process(RunningPlatform platform) {
        return process(platform, "gateway");
    }

    /** The process of a part as it is now. */
    public static ProcessHandle process(RunningPlatform platform, String part) {
        return ProcessHandle.of(platform.processes().getOrDefault(part, 0L))
                .orElseThrow(() -> new Complaint(part + " does not run: ./news start " + part + "."));
    }
}
