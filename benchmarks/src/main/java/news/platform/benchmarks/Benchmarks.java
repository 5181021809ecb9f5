package news.platform.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import news.platform.benchmarks.drill.PayrollDrill;
import news.platform.benchmarks.fuzz.FuzzBenchmark;
import news.platform.benchmarks.live.LiveBenchmark;
import news.platform.benchmarks.live.LiveChaos;
import news.platform.benchmarks.live.LiveReplicas;
import news.platform.benchmarks.market.MarketBenchmark;
import news.platform.benchmarks.money.MoneyChaos;
import news.platform.benchmarks.purchases.PurchasesBenchmark;
import news.platform.benchmarks.push.PushBenchmark;
import news.platform.benchmarks.read.ReadBenchmark;
import news.platform.benchmarks.search.RebuildBenchmark;
import news.platform.benchmarks.search.SearchBenchmark;
import news.platform.benchmarks.search.chaos.SearchChaos;
import news.platform.benchmarks.search.load.LoadBenchmark;
import news.platform.benchmarks.signals.SignalsBenchmark;
import news.platform.benchmarks.slow.SlowBenchmark;
import news.platform.benchmarks.soak.SoakBenchmark;
import news.platform.benchmarks.warmup.WarmUpBenchmark;
import news.platform.local.console.Complaint;
import news.platform.local.console.Progress;
import news.platform.local.file.Home;
import news.platform.local.process.ProcessorShare;
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

    private static final int MOST_DEVICES = 100_000;
    /** Of those that are written for an index to be made of. */
    private static final int MOST_ARTICLES = 1_000_000;

    private static final int MOST_PURCHASES = 100_000;
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
            case "push" -> push(Options.parse(options, Set.of("--devices", "--seed"), Set.of("--quick")));
            case "search" -> search(options);
            case "signals" -> new SignalsBenchmark(home, platform, quick(options), progress).run();
            case "money" -> money(Options.parse(options, Set.of("--purchases", "--seed"), Set.of("--quick")));
            case "purchases" -> new PurchasesBenchmark(home, platform, quick(options), progress).run();
            case "slow" -> slow(Options.parse(options, Set.of("--clients", "--seconds"), Set.of("--quick")));
            case "live" ->
                live(Options.parse(options, Set.of("--clients", "--seed"), Set.of("--chaos", "--replicas", "--quick")));
            case "market" -> market(Options.parse(options, Set.of("--clients", "--seed"), Set.of("--quick")));
            case "drill" -> drill(options);
            default ->
                throw new Complaint(
                        "Say which benchmark, read, soak, warm-up, fuzz, push, search, signals, purchases, slow, live or market:"
                                + " see ./news help.");
        }
    }

    private void fuzz(Options options) {
        Duration time = options.has("--quick")
                ? QUICK_FUZZ
                : Duration.ofMinutes(options.number("--minutes", FUZZ_MINUTES, 1, MOST_MINUTES));
        new FuzzBenchmark(home, platform, time, seed(options), progress).run();
    }

    private void market(Options options) {
        int clients = options.number("--clients", options.has("--quick") ? 200 : 2000, 1, MOST_CLIENTS);
        new MarketBenchmark(home, platform, clients, seed(options), progress).run();
    }

    private void drill(List<String> words) {
        if (words.isEmpty() || !words.getFirst().equals("payroll")) {
            throw new Complaint("Say which drill: payroll.");
        }
        Options options = Options.parse(words.subList(1, words.size()), Set.of("--seed"), Set.of("--quick"));
        new PayrollDrill(home, platform, options.has("--quick"), seed(options), progress).run();
    }

    private static long seed(Options options) {
        return options.number("--seed")
                .orElseGet(() -> ThreadLocalRandom.current().nextLong(1, Integer.MAX_VALUE));
    }

    /** Who asks is the world outside, which would have processors of its own: it must not wait behind what it measures. */
    private static void beOutside() {
        ProcessorShare.prefer(ProcessHandle.current());
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> ProcessorShare.level(ProcessHandle.current()), "processor-share"));
    }

    private void live(Options options) {
        beOutside();
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

    private void push(Options options) {
        int devices = options.number("--devices", options.has("--quick") ? 5000 : MOST_DEVICES, 1, MOST_DEVICES);
        new PushBenchmark(home, platform, devices, seed(options), progress).run();
    }

    private void money(Options options) {
        boolean quick = options.has("--quick");
        int purchases = options.number("--purchases", quick ? 200 : 2000, 10, MOST_PURCHASES);
        new MoneyChaos(home, platform, purchases, quick ? 1 : 2, seed(options), progress).run();
    }

    private void search(List<String> options) {
        var rest = new ArrayList<>(options);
        var file = taken(rest, "--articles");
        if (file.isPresent()) {
            new SearchBenchmark(home, platform, Path.of(file.get()), quick(rest), progress).run();
            return;
        }
        var openSearch = taken(rest, "--opensearch");
        var parsed = openSearch.isPresent()
                ? Options.parse(rest, Set.of(), Set.of("--quick"))
                : Options.parse(rest, Set.of("--rebuild", "--seed"), Set.of("--chaos", "--quick"));
        boolean quick = parsed.has("--quick");
        if (parsed.has("--chaos")) {
            new SearchChaos(home, platform, quick ? 1 : 3, !quick, seed(parsed), progress).run();
        } else if (parsed.number("--rebuild").isPresent()) {
            new RebuildBenchmark(home, platform, parsed.number("--rebuild", 0, 1, MOST_ARTICLES), progress).run();
        } else {
            beOutside();
            new LoadBenchmark(home, platform, quick, openSearch.orElse(""), progress).run();
        }
    }

    /** Takes an option and its value out of the others. */
    private static Optional<String> taken(List<String> options, String name) {
        int at = options.indexOf(name);
        if (at < 0 || at + 1 == options.size()) {
            return Optional.empty();
        }
        options.remove(at);
        return Optional.of(options.remove(at));
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
