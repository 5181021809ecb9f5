package news.platform.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import news.platform.benchmarks.fuzz.FuzzBenchmark;
import news.platform.benchmarks.live.LiveBenchmark;
import news.platform.benchmarks.live.LiveChaos;
import news.platform.benchmarks.live.LiveReplicas;
import news.platform.benchmarks.read.ReadBenchmark;
import news.platform.benchmarks.signals.SignalsBenchmark;
import news.platform.benchmarks.slow.SlowBenchmark;
import news.platform.benchmarks.soak.SoakBenchmark;
import news.platform.benchmarks.warmup.WarmUpBenchmark;
import news.platform.local.console.Complaint;
import news.platform.local.console.Progress;
import news.platform.local.file.Home;
import news.platform.local.up.RunningPlatform;

/** The benchmarks behind {@code ./news bench}; each restarts the gateway, and puts it back as it was. */
final class Benchmarks {
    private static final int SOAK_MINUTES = 10;
    private static final int FUZZ_MINUTES = 5;
    private static final Duration QUICK_FUZZ = Duration.ofSeconds(30);
    /** The gateway lets ten thousand connections in. */
    private static final int MOST_CLIENTS = 8000;

    /** So many streams at once, and a few for slow clients. */
    private static final int MOST_STREAMS = 11_900;

    private static final int MOST_SECONDS = 3600;
    private static final int MOST_MINUTES = 24 * 60;

    private final Home home;
    private final RunningPlatform platform;
    private final Progress progress;

    Benchmarks(Home home, RunningPlatform platform, Progress progress) {
        this.home = home;
        this.platform = platform;
        this.progress = progress;
    }

    /** Runs the one that is named, with its options. Complains about what it does not know. */
    void run(List<String> words) {
        String name = words.isEmpty() ? "" : words.getFirst();
        List<String> options = words.isEmpty() ? words : words.subList(1, words.size());
        switch (name) {
            case "read" -> new ReadBenchmark(home, platform, quick(options), progress).run();
            case "soak" -> new SoakBenchmark(home, platform, minutes(options), progress).run();
            case "warm-up" -> new WarmUpBenchmark(home, platform, quick(options), progress).run();
            case "fuzz" -> fuzz(Options.parse(options, Set.of("--minutes", "--seed"), Set.of("--quick")));
            case "signals" -> new SignalsBenchmark(home, platform, quick(options), progress).run();
            case "slow" -> slow(Options.parse(options, Set.of("--clients", "--seconds"), Set.of("--quick")));
            case "live" ->
                live(Options.parse(options, Set.of("--clients", "--seed"), Set.of("--chaos", "--replicas", "--quick")));
            default ->
                throw new Complaint(
                        "Say which benchmark, read, soak, warm-up, fuzz, signals, slow or live: see ./news help.");
        }
    }

    private void fuzz(Options options) {
        Duration time = options.has("--quick")
                ? QUICK_FUZZ
                : Duration.ofMinutes(options.number("--minutes", FUZZ_MINUTES, 1, MOST_MINUTES));
        new FuzzBenchmark(home, platform, time, seed(options), progress).run();
    }

    private static long seed(Options options) {
        return options.number("--seed")
                .orElseGet(() -> ThreadLocalRandom.current().nextLong(1, Integer.MAX_VALUE));
    }

    private void live(Options options) {
        boolean quick = options.has("--quick");
        int clients = options.number("--clients", quick ? 1000 : 10_000, 1, MOST_STREAMS);
        if (options.has("--chaos")) {
            new LiveChaos(home, platform, clients, quick ? 1 : 2, seed(options), progress).run();
        } else if (options.has("--replicas")) {
            new LiveReplicas(
                            home,
                            platform,
                            options.number("--clients", 1000, 1, MOST_STREAMS),
                            quick ? 20 : 120,
                            progress)
                    .run();
        } else {
            new LiveBenchmark(home, platform, clients, quick, progress).run();
        }
    }

    private void slow(Options options) {
        boolean quick = options.has("--quick");
        int clients = options.number("--clients", quick ? 200 : 2000, 1, MOST_CLIENTS);
        int seconds = options.number("--seconds", quick ? 20 : 60, 10, MOST_SECONDS);
        new SlowBenchmark(home, platform, clients, seconds, quick ? 5 : 30, progress).run();
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
