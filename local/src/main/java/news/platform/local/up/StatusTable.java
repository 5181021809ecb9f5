package news.platform.local.up;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import news.platform.local.process.PartStatus;

/** The lines of {@code ./news status}. */
final class StatusTable {
    private static final String ROW = "%-12s %8s %6s  %-22s %9s  %s";
    private static final double MEGABYTE = 1024.0 * 1024;

    private final List<PartStatus> rows = new ArrayList<>();

    void add(PartStatus status) {
        rows.add(status);
    }

    void print(PrintStream out) {
        out.println(String.format(ROW, "NAME", "PID", "PORT", "HEALTH", "MEMORY", "UP FOR"));
        for (PartStatus row : rows) {
            out.println(String.format(
                    ROW,
                    row.name(),
                    row.pid() == 0 ? "-" : Long.toString(row.pid()),
                    row.port(),
                    row.health(),
                    megabytes(row.memory()),
                    row.pid() == 0 ? "-" : words(row.uptime())));
        }
        long sum = rows.stream().mapToLong(PartStatus::memory).sum();
        out.println(String.format(ROW, "together", "", "", "", megabytes(sum), ""));
    }

    private static String megabytes(long bytes) {
        return bytes == 0 ? "-" : String.format(Locale.ROOT, "%.0f MB", bytes / MEGABYTE);
    }

    private static String words(Duration time) {
        if (time.toHours() > 0) {
            return time.toHours() + " h " + time.toMinutesPart() + " min";
        }
        if (time.toMinutes() > 0) {
            return time.toMinutes() + " min " + time.toSecondsPart() + " s";
        }
        return time.toSeconds() + " s";
    }
}
