package news.platform.benchmarks.purchases;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import news.platform.benchmarks.measure.CpuTimes;
import news.platform.benchmarks.shop.Buyers;
import news.platform.benchmarks.shop.Caller;
import news.platform.benchmarks.shop.Sandbox;
import news.platform.benchmarks.shop.Shop;
import news.platform.local.console.Complaint;
import news.platform.local.console.Progress;
import news.platform.local.file.Home;
import news.platform.local.process.Pause;
import news.platform.local.up.Deployment;
import news.platform.local.up.RunningPlatform;

/** {@code ./news bench purchases}: the highest rate of purchases that holds for a minute, and what one costs. */
public final class PurchasesBenchmark {
    private static final int BUYERS = 200;
    private static final int FEW = 2;
    private static final double FIRST_RATE = 20;
    private static final double UP = 1.25;
    private static final double DOWN = 0.88;
    private static final int CHANCES = 2;
    private static final int TRIES = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration BEHIND = Duration.ofSeconds(60);

    private final Home home;
    private final RunningPlatform platform;
    private final PurchasesPace pace;
    private final Progress progress;

    public PurchasesBenchmark(Home home, RunningPlatform platform, boolean quick, Progress progress) {
        this.home = home;
        this.platform = platform;
        this.pace = quick ? PurchasesPace.quick() : PurchasesPace.full();
        this.progress = progress;
    }

    /** Runs it, writes the file, and complains where no rate holds. */
    public void run() {
        if (pace.deployed()) {
            deployed();
        } else {
            asStarted();
        }
    }

    private void deployed() {
        progress.line("all services anew, as they are deployed");
        try (var _ = Deployment.begin(platform)) {
            load();
        }
    }

    private void asStarted() {
        try {
            load();
        } finally {
            platform.restartGateway(Map.of());
        }
    }

    private void load() {
        try (Caller caller = new Caller(platform.port(), PATIENCE);
                Sandbox sandbox = new Sandbox(platform.sandboxUrl())) {
            platform.restartGateway(RunningPlatform.UNLIMITED);
            sandbox.fault(Map.of());
            var buyers = Buyers.register(caller, BUYERS);
            var shop = Shop.make(caller, platform.token("admin"), FEW);
            var load = new PurchaseLoad(caller, sandbox, buyers, shop.membership());
            warmUp(load, buyers);
            var steps = climb(load, buyers);
            var last = hold(load, buyers, steps);
            progress.line("written: " + PurchasesReport.write(home, pace, steps, last));
            var verdict = PurchasesReport.verdict(pace, last).replace("*", "");
            if (!last.holds()) {
                throw new Complaint(verdict);
            }
            progress.line(verdict);
        }
    }

    /** Slowly at first: what is not compiled yet costs several times as much, and purchases that were given up wait for half an hour. */
    private void warmUp(PurchaseLoad load, Buyers buyers) {
        progress.line("warming up for " + pace.warmUpSeconds() + " s");
        for (int rate : PurchasesPace.WARM_UP_RATES) {
            var step = step(load, buyers, rate, pace.warmUpSeconds() / PurchasesPace.WARM_UP_RATES.size());
            if (step.failures() > 0 || step.fulfilledSeconds() < 0) {
                throw new Complaint("Purchases of the warming up failed, or wait: what follows would count them.");
            }
        }
    }

    /** Ever faster until it does not hold twice: of so few the slowest but one is p99, which one pause of a collector makes. */
    private List<Step> climb(PurchaseLoad load, Buyers buyers) {
        var steps = new ArrayList<Step>();
        double rate = FIRST_RATE;
        int failed = 0;
        while (failed < CHANCES) {
            var step = step(load, buyers, rate, pace.stepSeconds());
            steps.add(step);
            failed = step.holds() ? 0 : failed + 1;
            rate *= step.holds() ? UP : 1;
        }
        return steps;
    }

    /** For a minute as fast as the fastest that held, or a little slower. */
    private Step hold(PurchaseLoad load, Buyers buyers, List<Step> steps) {
        double rate =
                steps.stream().filter(Step::holds).mapToDouble(Step::rate).max().orElse(FIRST_RATE);
        var last = step(load, buyers, rate, pace.seconds());
        for (int i = 1; i < TRIES && !last.holds(); i++) {
            steps.add(last);
            rate *= DOWN;
            last = step(load, buyers, rate, pace.seconds());
        }
        return last;
    }

    private Step step(PurchaseLoad load, Buyers buyers, double rate, int seconds) {
        var processes = platform.processes();
        var before = CpuTimes.of(processes);
        var seen = load.run(rate, seconds);
        double behind = fulfilled(buyers);
        var cpu = new TreeMap<String, Double>();
        CpuTimes.of(processes)
                .forEach((name, micros) ->
                        cpu.put(name, (micros - before.getOrDefault(name, 0L)) / Math.max(1, rate * seconds)));
        var step = new Step(rate, seen.orders(), seen.payments(), seen.failures(), behind, cpu);
        progress.line(String.format(
                Locale.ROOT,
                "%.0f/s for %d s: POST /payments p50 %.0f ms, p99 %.0f ms; %d failed; all open %.1f s later",
                rate,
                seconds,
                step.payments().p50Millis(),
                step.payments().p99Millis(),
                step.failures(),
                behind));
        return step;
    }

    /** Seconds until everything is fulfilled. */
    private double fulfilled(Buyers buyers) {
        long begin = System.nanoTime();
        while (waiting(buyers) > 0) {
            if (System.nanoTime() - begin > BEHIND.toNanos()) {
                return -1;
            }
            Pause.of(Duration.ofMillis(200));
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    /** What is paid for, or is still about to be, and not open. */
    private long waiting(Buyers buyers) {
        try (var connection = platform.database("mall");
                var statement = connection.prepareStatement("""
                        select count(*) from placed_order
                         where user_id = any (?) and state in ('PAID', 'AWAITING_PAYMENT')""")) {
            statement.setArray(1, connection.createArrayOf("text", buyers.ids()));
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new Complaint("The orders cannot be counted: " + e.getMessage(), e);
        }
    }
}
