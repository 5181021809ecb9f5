package news.platform.benchmarks.money;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import news.platform.benchmarks.shop.Buyers;
import news.platform.benchmarks.shop.Caller;
import news.platform.benchmarks.shop.Sandbox;
import news.platform.benchmarks.shop.Shop;
import news.platform.benchmarks.storm.Storm;
import news.platform.benchmarks.storm.Storm.Strike;
import news.platform.local.console.Complaint;
import news.platform.local.console.Progress;
import news.platform.local.file.Home;
import news.platform.local.process.Pause;
import news.platform.local.up.RunningPlatform;

/** {@code ./news chaos money}: parts are killed while buyers buy, and then everything is held against what the sandbox has. */
public final class MoneyChaos {
    private static final int BUYERS = 100;
    private static final int WORKERS = 16;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration SETTLING = Duration.ofMinutes(3);
    private static final Duration GLANCE = Duration.ofSeconds(3);
    /** About as long as it takes to kill each part once. */
    private static final long ROUND_NANOS = Duration.ofSeconds(90).toNanos();

    private static final List<String> PARTS =
            List.of("payment", "mall", "entitlement", "thirdparty", "content", "gateway", "kafka", "postgres");

    /** What takes minutes otherwise. */
    private static final Map<String, Map<String, String>> SETTINGS = Map.of(
            "gateway", RunningPlatform.UNLIMITED,
            "mall", Map.of("news.mall.order.payment-time", "45s"),
            "payment",
                    Map.of(
                            "news.payment.query.first", "4s",
                            "news.payment.query.longest", "10s",
                            "news.payment.query.patience", "20s"));

    private final Home home;
    private final RunningPlatform platform;
    private final int purchases;
    private final int rounds;
    private final long seed;
    private final Progress progress;

    /** @param rounds how often each part is killed */
    public MoneyChaos(Home home, RunningPlatform platform, int purchases, int rounds, long seed, Progress progress) {
        this.home = home;
        this.platform = platform;
        this.purchases = purchases;
        this.rounds = rounds;
        this.seed = seed;
        this.progress = progress;
    }

    /** Runs it, writes the file, and complains where money is not where it should be. */
    public void run() {
        progress.line("seed " + seed);
        SETTINGS.forEach(platform::restart);
        var run = measure();
        progress.line("written: " + MoneyReport.write(home, run));
        var verdict = MoneyReport.verdict(run.complaints()).replace("*", "");
        if (!run.complaints().isEmpty()) {
            throw new Complaint(verdict + "\nAgain with --seed " + seed);
        }
        progress.line(verdict);
    }

    private MoneyRun measure() {
        var started = Instant.now();
        try (Caller caller = new Caller(platform.port(), PATIENCE);
                Sandbox sandbox = new Sandbox(platform.sandboxUrl())) {
            var admin = platform.token("admin");
            var buyers = Buyers.register(caller, BUYERS);
            var shop = Shop.make(caller, admin, Math.max(2, purchases / 20));
            var stores = new Stores(platform, buyers.ids(), shop);
            var camera = new Camera(caller, sandbox, stores, shop, buyers, admin);
            progress.line(BUYERS + " buyers have an account");

            var logs = new LogSearch(secrets(buyers));
            var shopping = new Shopping(caller, sandbox, buyers, shop, admin, seed);
            var mischief = new Mischief(sandbox, shopping::payments, seed);
            long begin = System.nanoTime();
            var strikes = rage(shopping, mischief, logs);
            double seconds = secondsSince(begin);
            progress.line("%d purchases in %.0f s, and what they needed was killed %d times"
                    .formatted(purchases, seconds, strikes.size()));
            var last = settled(camera);
            new Written(home, platform.zipkinUrl()).search(logs, started);
            return new MoneyRun(
                    seed,
                    purchases,
                    seconds,
                    strikes,
                    shopping.outcomes(),
                    shopping.complaints(),
                    caller.repetitions(),
                    mischief.repeated(),
                    mischief.forged(),
                    last.picture(),
                    last.seconds(),
                    last.differences(),
                    logs.findings(),
                    logs.lines());
        }
    }

    /** All purchases, beside all that goes wrong. */
    private List<Strike> rage(Shopping shopping, Mischief mischief, LogSearch logs) {
        var storm = new Storm(platform, SETTINGS, part -> logs.read(home.log(part)), new Random(seed), progress);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var disturbing = CompletableFuture.runAsync(mischief::make, threads);
            var raging = CompletableFuture.supplyAsync(() -> storm.rage(PARTS, rounds), threads);
            List<Strike> strikes;
            try {
                buyAll(shopping, System.nanoTime(), threads);
                strikes = raging.join();
            } finally {
                mischief.end();
            }
            disturbing.join();
            return strikes;
        }
    }

    private List<String> secrets(Buyers buyers) {
        var secrets = new ArrayList<>(platform.secrets());
        secrets.add(buyers.password());
        return secrets;
    }

    /** As many as there are workers at once, spread over the time of the storm. */
    private void buyAll(Shopping shopping, long begin, ExecutorService threads) {
        var next = new AtomicInteger();
        var workers = IntStream.range(0, WORKERS)
                .mapToObj(_ -> CompletableFuture.runAsync(
                        () -> {
                            for (int number = next.getAndIncrement();
                                    number < purchases;
                                    number = next.getAndIncrement()) {
                                long due = begin + ROUND_NANOS * rounds / purchases * number;
                                Pause.of(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
                                shopping.buy(number);
                            }
                        },
                        threads))
                .toList();
        workers.forEach(CompletableFuture::join);
    }

    private record Last(Picture picture, double seconds, List<String> differences) {}

    /** Waits until there is nothing to say, or for so long. */
    private Last settled(Camera camera) {
        long begin = System.nanoTime();
        while (true) {
            var picture = camera.picture();
            var differences = Audit.of(picture);
            double seconds = secondsSince(begin);
            if (differences.isEmpty() || seconds > SETTLING.toSeconds()) {
                return new Last(picture, seconds, differences);
            }
            progress.line("not settled: " + differences.size() + ", as " + differences.getFirst());
            Pause.of(GLANCE);
        }
    }

    private static double secondsSince(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
