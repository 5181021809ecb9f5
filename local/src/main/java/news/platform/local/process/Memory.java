package news.platform.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What processes hold of the machine's memory. */
public final class Memory {
    private Memory() {}

    /** Resident bytes of a process; of a family what each holds, shared pages divided among those who share them. */
    public static long of(ProcessHandle process) {
        List<ProcessHandle> family = process.descendants().toList();
        if (family.isEmpty()) {
            return kilobytes(process, "status", "VmRSS:") * 1024;
        }
        long sum = kilobytes(process, "smaps_rollup", "Pss:");
        for (ProcessHandle member : family) {
            sum += kilobytes(member, "smaps_rollup", "Pss:");
        }
        return sum * 1024;
    }

    private static long kilobytes(ProcessHandle process, String file, String field) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), file)).stream()
                    .filter(line -> line.startsWith(field))
                    .map(line ->
                            line.substring(field.length()).replace("kB", "").strip())
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        } catch (IOException _) {
            return 0;
        }
    }
}
