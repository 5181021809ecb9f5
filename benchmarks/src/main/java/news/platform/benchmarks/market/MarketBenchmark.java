package news.platform.benchmarks.market;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import news.platform.benchmarks.measure.CpuTimes;
import news.platform.local.console.Complaint;
import news.platform.local.console.Progress;
import news.platform.local.edge.Edge;
import news.platform.local.edge.Reply;
import news.platform.local.file.Home;
import news.platform.local.process.Memory;
import news.platform.local.process.Pause;
import news.platform.local.up.RunningPlatform;
import tools.jackson.databind.JsonNode;

/** {@code ./news bench market}: two thousand ticks a second, and thousands of clients that look at what becomes of them. */
public final class MarketBenchmark {
    private static final String MARKET = "market";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SETTLING = Duration.ofSeconds(5);
    private static final int SYMBOLS_EACH = 20;
    private static final int KILLED_AFTER_SECONDS = 25;
    /** Of the vendor: few in the 50 milliseconds that it waits before it sends. */
    private static final Map<String, String> FAST = Map.of(
            "news.thirdparty.replay.ticks-per-second", "2000",
            "news.thirdparty.replay.every", "50ms");

    private final Home home;
    private final RunningPlatform platform;
    private final int clients;
    private final long seed;
    private final Progress progress;

    public MarketBenchmark(Home home, RunningPlatform platform, int clients, long seed, Progress progress) {
        this.home = home;
        this.platform = platform;
        this.clients = clients;
        this.seed = seed;
        this.progress = progress;
    }

    /** Runs it, writes the file, and complains where a candle is wrong or a quote old. */
    public void run() {
        Minutes minutes = new Minutes();
        try (Edge edge = new Edge(platform.port(), PATIENCE, _ -> {});
                Tape _ = new Tape(platform.broker(), minutes)) {
            platform.restartGateway(RunningPlatform.UNLIMITED);
            platform.restart("thirdparty", FAST);
            progress.line("the vendor sends; its first ticks are awaited");
            await(() -> minutes.symbols().size() >= 100, "the vendor sends no ticks");
            MarketRun run = measure(edge, minutes);
            progress.line("written: " + MarketReport.write(home, run));
            String verdict = MarketReport.verdict(run.complaints()).replace("*", "");
            if (!run.complaints().isEmpty()) {
                throw new Complaint(verdict);
            }
            progress.line(verdict);
        } finally {
            platform.restart("thirdparty", Map.of());
            platform.restartGateway(Map.of());
        }
    }

    private MarketRun measure(Edge edge, Minutes minutes) {
        List<String> symbols = List.copyOf(minutes.symbols());
        try (QuoteClients looking =
                new QuoteClients(platform.port(), clients, symbols, SYMBOLS_EACH, new Random(seed))) {
            looking.awaitConnected(PATIENCE);
            Instant minute =
                    Instant.now().plus(SETTLING).truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
            progress.line(clients + " clients look; the minute begins at " + minute);
            pauseUntil(minute);
            Map<String, Long> megabytes = megabytes();
            Map<String, Long> before = CpuTimes.of(platform.processes());
            looking.ages();
            long events = looking.events();
            pauseUntil(minute.plusSeconds(KILLED_AFTER_SECONDS));
            Ages calm = looking.ages();
            events = looking.events() - events;
            Map<String, Double> cores = cores(before, KILLED_AFTER_SECONDS);
            MarketRun.Crash crash = crash(looking);
            pauseUntil(minute.plusSeconds(61));
            Map<String, Long> after = megabytes();
            List<String> wrong = compare(edge, minutes, symbols, minute);
            Map<String, List<Long>> both = new LinkedHashMap<>();
            megabytes.forEach((part, size) -> both.put(part, List.of(size, after.getOrDefault(part, 0L))));
            return new MarketRun(
                    clients,
                    SYMBOLS_EACH,
                    minutes.count(minute),
                    symbols.size(),
                    wrong,
                    MarketRun.Shown.of(calm, events),
                    crash,
                    cores,
                    both);
        }
    }

    private MarketRun.Crash crash(QuoteClients looking) {
        progress.line(MARKET + " is killed");
        long breaks = looking.breaks();
        long killed = System.nanoTime();
        platform.kill(MARKET);
        platform.start(MARKET);
        long back = System.nanoTime();
        long end = back + Duration.ofSeconds(20).toNanos();
        int shown = looking.shownSince(back);
        while (shown < clients && System.nanoTime() < end) {
            Pause.of(Duration.ofMillis(50));
            shown = looking.shownSince(back);
        }
        double served = (System.nanoTime() - back) / 1e9;
        progress.line("it was down for %.1f s; %d clients were shown something %.1f s later"
                .formatted((back - killed) / 1e9, shown, served));
        return new MarketRun.Crash((back - killed) / 1e9, served, clients - shown, looking.breaks() - breaks);
    }

    /** Until all are the same, for the service may be behind after its crash. Returns what is not. */
    private List<String> compare(Edge edge, Minutes minutes, List<String> symbols, Instant minute) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<String> wrong = wrong(edge, minutes, symbols, minute);
        while (!wrong.isEmpty() && System.nanoTime() < end) {
            Pause.of(SETTLING);
            wrong = wrong(
                    edge,
                    minutes,
                    wrong.stream().map(each -> each.split(" ")[0]).toList(),
                    minute);
        }
        return wrong;
    }

    private List<String> wrong(Edge edge, Minutes minutes, List<String> symbols, Instant minute) {
        List<String> wrong = new ArrayList<>();
        for (String symbol : symbols) {
            Optional<Minutes.Bar> expected = minutes.bar(symbol, minute);
            Reply reply = edge.get("/api/v1/instruments/" + symbol + "/candles?interval=1m&from=" + minute + "&to="
                    + minute.plusSeconds(60));
            Optional<Minutes.Bar> answered = bar(reply.json());
            boolean same = expected.isEmpty()
                    ? answered.isEmpty()
                    : answered.filter(expected.get()::is).isPresent();
            if (!same) {
                wrong.add(symbol + " is " + answered + " (expected: " + expected + ")");
            }
        }
        return wrong;
    }

    private static Optional<Minutes.Bar> bar(JsonNode candles) {
        if (candles.path("time").size() != 1) {
            return Optional.empty();
        }
        return Optional.of(new Minutes.Bar(
                price(candles, "open"),
                price(candles, "high"),
                price(candles, "low"),
                price(candles, "close"),
                candles.path("volume").path(0).asLong()));
    }

    private static BigDecimal price(JsonNode candles, String field) {
        return new BigDecimal(candles.path(field).path(0).asString());
    }

    private Map<String, Long> megabytes() {
        Map<String, Long> sizes = new LinkedHashMap<>();
        platform.processes().forEach((part, pid) -> ProcessHandle.of(pid)
                .ifPresent(process -> sizes.put(part, Memory.of(process) >> 20)));
        return sizes;
    }

    private Map<String, Double> cores(Map<String, Long> before, int seconds) {
        Map<String, Double> cores = new LinkedHashMap<>();
        CpuTimes.of(platform.processes())
                .forEach((part, micros) ->
                        cores.put(part, (micros - before.getOrDefault(part, micros)) / 1e6 / seconds));
        return cores;
    }

    private static void pauseUntil(Instant time) {
        for (Duration left = left(time); left.isPositive(); left = left(time)) {
            Pause.of(left);
        }
    }

    private static Duration left(Instant time) {
        return Duration.between(Instant.now(), time);
    }

    private static void await(BooleanSupplier condition, String otherwise) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new Complaint(otherwise + ".");
            }
            Pause.of(Duration.ofMillis(100));
        }
    }
}
