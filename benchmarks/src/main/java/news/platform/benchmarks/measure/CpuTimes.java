package news.platform.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;

/** Processor time that processes and their children have used so far. */
public final class CpuTimes {
    /** The kernel counts in hundredths of a second, whatever the machine. */
    private static final long TICK_MICROS = 10_000;

    private CpuTimes() {}

    /** Microseconds by name. */
    public static Map<String, Long> of(Map<String, Long> processes) {
        Map<String, Long> times = new LinkedHashMap<>();
        processes.forEach((name, pid) -> times.put(name, micros(pid)));
        return times;
    }

    private static long micros(long pid) {
        LongStream family = ProcessHandle.of(pid).stream()
                .flatMap(process ->
                        java.util.stream.Stream.concat(java.util.stream.Stream.of(process), process.descendants()))
                .mapToLong(ProcessHandle::pid);
        return family.map(CpuTimes::ticks).sum() * TICK_MICROS;
    }

    private static long ticks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        } catch (IOException _) {
            return 0;
        }
    }
}
