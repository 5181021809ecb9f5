package news.platform.local.bench;

import java.util.List;
import news.platform.local.bench.read.ReadBenchmark;
import news.platform.local.bench.soak.SoakBenchmark;
import news.platform.local.bench.warmup.WarmUpBenchmark;
import news.platform.local.measure.Platform;
import news.platform.local.process.Complaint;
import news.platform.local.process.Home;
import news.platform.local.process.Progress;

/** The benchmarks behind {@code ./news bench}; each restarts the gateway, and puts it back as it was. */
public final class Benchmarks {
    private static final int SOAK_MINUTES = 10;
    private static final int MOST_MINUTES = 24 * 60;

    private final Home home;
    private final Platform platform;
    private final Progress progress;

    public Benchmarks(Home home, Platform platform, Progress progress) {
        this.home = home;
        this.platform = platform;
        this.progress = progress;
    }

    /** Runs the one that is named, with its options. Complains about what it does not know. */
    public void run(List<String> words) {
        String name = words.isEmpty() ? "" : words.getFirst();
        List<String> options = words.isEmpty() ? words : words.subList(1, words.size());
        switch (name) {
            case "read" -> new ReadBenchmark(home, platform, quick(options), progress).run();
            case "soak" -> new SoakBenchmark(home, platform, minutes(options), progress).run();
            case "warm-up" -> new WarmUpBenchmark(home, platform, quick(options), progress).run();
            default -> throw new Complaint("Say which benchmark, read, soak or warm-up: see ./news help.");
        }
    }

    static boolean quick(List<String> options) {
        if (options.isEmpty()) {
            return false;
        }
        if (options.equals(List.of("--quick"))) {
            return true;
        }
        throw new Complaint(String.join(" ", options) + " (expected: --quick or nothing)");
    }

    static int minutes(List<String> options) {
        if (options.isEmpty()) {
            return SOAK_MINUTES;
        }
        try {
            if (options.size() == 2 && options.getFirst().equals("--minutes")) {
                int minutes = Integer.parseInt(options.getLast());
                if (minutes > 0 && minutes <= MOST_MINUTES) {
                    return minutes;
                }
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new Complaint(String.join(" ", options) + " (expected: --minutes 1 to " + MOST_MINUTES + ")");
    }
}
