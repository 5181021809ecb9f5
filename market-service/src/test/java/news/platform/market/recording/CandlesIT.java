package news.platform.market.recording;

import static news.platform.test.grpc.Refusals.assertInvalid;
import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import news.platform.market.MarketServiceTest;
import news.platform.market.v1.CandlesCorrected;
import news.platform.market.v1.ListCandlesRequest;
import news.platform.market.v1.ListCandlesResponse;
import news.platform.messaging.signal.BatchEventHandler.Taken;
import news.platform.proto.Timestamps;
import news.platform.thirdparty.v1.DailyBar;
import news.platform.thirdparty.v1.PriceHistoryReceived;
import news.platform.thirdparty.v1.Split;
import news.platform.thirdparty.v1.Tick;
import news.platform.thirdparty.v1.TicksReceived;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class CandlesIT extends MarketServiceTest {
    private static final Map<String, Duration> LENGTHS = Map.of(
            "1m", Duration.ofMinutes(1),
            "5m", Duration.ofMinutes(5),
            "1h", Duration.ofHours(1),
            "1d", Duration.ofDays(1));
    private static final int MESSAGE = 50;

    @Autowired
    private TicksHandler handler;

    @Autowired
    private TransactionTemplate transaction;

    /** Ticks come in disorder, in batches that cut candles anywhere; each candle is what its ticks say. */
    @Test
    void candlesAreWhatTheirTicksSayToTheLastDigit() {
        var symbols = List.of("SLVTE", "SLVBK", "SLVMO", "SLVPH");
        var ticks = randomTicks(symbols, 20_000);

        for (int from = 0; from < ticks.size(); from += 500) {
            record(ticks.subList(from, from + 500), Duration.ofSeconds(30));
        }

        for (var symbol : symbols) {
            var own = ticks.stream()
                    .filter(tick -> tick.getSymbol().equals(symbol))
                    .toList();
            LENGTHS.forEach((interval, length) -> assertThat(rows(list(symbol, interval)))
                    .as(symbol + " " + interval)
                    .isEqualTo(expected(own, length)));
        }
    }

    @Test
    void aTickCountsWithinTwoMinutesOfItsMinuteAndNotAfterwards() {
        var minute = minuteAgo(10);
        record(List.of(tick("SLVFO", "10.00", 1, minute)), Duration.ZERO);
        record(List.of(tick("SLVFO", "12.00", 1, minute.plusSeconds(59))), Duration.ofSeconds(120));
        record(List.of(tick("SLVFO", "99.00", 1, minute.plusSeconds(59))), Duration.ofSeconds(121));

        assertThat(rows(list("SLVFO", "1m")).firstEntry().getValue()).isEqualTo("10.00 12.00 10.00 12.00 2");
        assertThat(events.of(CandlesCorrected.getDefaultInstance(), "SLVFO")).isEmpty();
    }

    @Test
    void aCorrectionChangesWhatIsFinalAndIsTold() {
        var minute = minuteAgo(60);
        record(List.of(tick("RDCBK", "10.00", 1, minute)), Duration.ZERO);

        record(
                List.of(tick("RDCBK", "9.00", 1, minute.plusSeconds(1)).toBuilder()
                        .setCorrection(true)
                        .build()),
                Duration.ofMinutes(50));

        assertThat(rows(list("RDCBK", "1m")).firstEntry().getValue()).isEqualTo("10.00 10.00 9.00 9.00 2");
        await().untilAsserted(() -> assertThat(events.of(CandlesCorrected.getDefaultInstance(), "RDCBK"))
                .hasSize(1));
    }

    @Test
    void makesCandlesOfWhatVendorsSignal() {
        heard(tick("RDCMO", "7.77", 3, clock.instant()));

        await().untilAsserted(
                        () -> assertThat(list("RDCMO", "1m").getCloseList()).contains("7.77"));
    }

    @Test
    void showsPricesBeforeASplitAsIfItHadBeenMade() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        happened(PriceHistoryReceived.newBuilder()
                .setSymbol("RDCPH")
                .setVersion(clock.millis())
                .addBars(bar(today.minusDays(3), "30.00", 100))
                .addBars(bar(today.minusDays(2), "10.00", 300))
                .addSplits(Split.newBuilder()
                        .setDate(today.minusDays(2).toString())
                        .setNumerator(3)
                        .setDenominator(1))
                .build());

        await().untilAsserted(
                        () -> assertThat(list("RDCPH", "1d").getCloseList()).containsExactly("30.00", "10.00"));
        var adjusted = candles()
                .listCandles(ListCandlesRequest.newBuilder()
                        .setSymbol("RDCPH")
                        .setAdjusted(true)
                        .build());
        assertThat(adjusted.getCloseList()).containsExactly("10.00", "10.00");
        assertThat(adjusted.getVolumeList()).containsExactly(300L, 300L);
    }

    @Test
    void showsTheLastHundredOrThoseAskedFor() {
        var first = minuteAgo(150);
        for (int at = 0; at < 120; at++) {
            record(List.of(tick("RDCFO", "1.00", 1, first.plus(Duration.ofMinutes(at)))), Duration.ZERO);
        }

        assertThat(list("RDCFO", "1m").getTimeList())
                .hasSize(100)
                .last()
                .isEqualTo(Timestamps.of(first.plus(Duration.ofMinutes(119))));
        assertThat(candles()
                        .listCandles(ListCandlesRequest.newBuilder()
                                .setSymbol("RDCFO")
                                .setInterval("1m")
                                .setFrom(Timestamps.of(first))
                                .setTo(Timestamps.of(first.plus(Duration.ofMinutes(2))))
                                .build())
                        .getTimeList())
                .hasSize(2);
    }

    /** What came in time may wait to be counted: only a later price shows that it does not, whosever it is. */
    @Test
    void saysThatCandlesKeepOnceTheyAreFinalAndAllThatCameInTimeIsCounted() {
        clock.advance(Duration.ofHours(7));
        var to = minuteAgo(3);
        assertThat(maxAge("RDCEN", to)).as("nothing counted").isEmpty();

        record(List.of(tick("BLPMO", "5.00", 1, clock.instant())), Duration.ZERO);

        assertThat(maxAge("RDCEN", to)).as("final").contains("3600");
        assertThat(maxAge("RDCEN", to.plus(Duration.ofMinutes(2))))
                .as("under way")
                .isEmpty();
    }

    @Test
    void refusesWhatIsNoInstrumentAndATimeThatEndsBeforeItBegins() {
        assertRefused("INSTRUMENT_NOT_FOUND", () -> list("NOPE", "1d"));
        assertInvalid(
                () -> candles()
                        .listCandles(ListCandlesRequest.newBuilder()
                                .setSymbol("RDCFO")
                                .setFrom(Timestamps.of(clock.instant()))
                                .setTo(Timestamps.of(clock.instant().minusSeconds(1)))
                                .build()),
                "from");
    }

    private List<Tick> randomTicks(List<String> symbols, int count) {
        var random = new Random(42);
        var begin = clock.instant().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(3));
        var ticks = new ArrayList<Tick>();
        for (int at = 0; at < count; at++) {
            ticks.add(tick(
                    symbols.get(random.nextInt(symbols.size())),
                    BigDecimal.valueOf(random.nextInt(1, 100_000), 2).toPlainString(),
                    random.nextInt(1, 50),
                    begin.plusNanos(at * 450_000_000L)));
        }
        for (int from = 0; from < count; from += MESSAGE) {
            Collections.shuffle(ticks.subList(from, from + MESSAGE), random);
        }
        return ticks;
    }

    /** Computed otherwise: by sorting. */
    private static TreeMap<Instant, String> expected(List<Tick> ticks, Duration length) {
        var byCandle = new TreeMap<Instant, List<Tick>>();
        for (var tick : ticks) {
            long millis = Timestamps.instant(tick.getTime()).toEpochMilli();
            byCandle.computeIfAbsent(Instant.ofEpochMilli(millis - millis % length.toMillis()), _ -> new ArrayList<>())
                    .add(tick);
        }
        var rows = new TreeMap<Instant, String>();
        byCandle.forEach((begin, own) -> {
            var sorted = own.stream()
                    .sorted(Comparator.comparing(tick -> Timestamps.instant(tick.getTime())))
                    .toList();
            var prices = own.stream()
                    .map(tick -> new BigDecimal(tick.getPrice()))
                    .sorted()
                    .toList();
            rows.put(
                    begin,
                    "%s %s %s %s %d"
                            .formatted(
                                    sorted.getFirst().getPrice(),
                                    prices.getLast().toPlainString(),
                                    prices.getFirst().toPlainString(),
                                    sorted.getLast().getPrice(),
                                    own.stream().mapToLong(Tick::getVolume).sum()));
        });
        while (rows.size() > 100) {
            rows.pollFirstEntry();
        }
        return rows;
    }

    private static TreeMap<Instant, String> rows(ListCandlesResponse candles) {
        var rows = new TreeMap<Instant, String>();
        for (int at = 0; at < candles.getTimeCount(); at++) {
            rows.put(
                    Timestamps.instant(candles.getTime(at)),
                    "%s %s %s %s %d"
                            .formatted(
                                    candles.getOpen(at),
                                    candles.getHigh(at),
                                    candles.getLow(at),
                                    candles.getClose(at),
                                    candles.getVolume(at)));
        }
        return rows;
    }

    /** What the edge is told of the minutes before this time. */
    private Optional<String> maxAge(String symbol, Instant to) {
        var headers = new AtomicReference<Metadata>();
        candles()
                .withInterceptors(MetadataUtils.newCaptureMetadataInterceptor(headers, new AtomicReference<>()))
                .listCandles(ListCandlesRequest.newBuilder()
                        .setSymbol(symbol)
                        .setInterval("1m")
                        .setTo(Timestamps.of(to))
                        .build());
        return Optional.ofNullable(headers.get().get(Metadata.Key.of("x-max-age", Metadata.ASCII_STRING_MARSHALLER)));
    }

    private ListCandlesResponse list(String symbol, String interval) {
        return candles()
                .listCandles(ListCandlesRequest.newBuilder()
                        .setSymbol(symbol)
                        .setInterval(interval)
                        .build());
    }

    /** In one batch of messages, which arrive so long after the last of their ticks. */
    private void record(List<Tick> ticks, Duration after) {
        var batch = new ArrayList<Taken<TicksReceived>>();
        for (int from = 0; from < ticks.size(); from += MESSAGE) {
            var message = ticks.subList(from, Math.min(from + MESSAGE, ticks.size()));
            var last = message.stream()
                    .map(tick -> Timestamps.instant(tick.getTime()))
                    .max(Instant::compareTo)
                    .orElseThrow();
            batch.add(new Taken<>(message(message.toArray(Tick[]::new)), "", "", last.plus(after)));
        }
        transaction.executeWithoutResult(_ -> handler.on(batch));
    }

    private Instant minuteAgo(int minutes) {
        return clock.instant().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofMinutes(minutes));
    }

    private static DailyBar bar(LocalDate date, String price, long volume) {
        return DailyBar.newBuilder()
                .setDate(date.toString())
                .setOpen(price)
                .setHigh(price)
                .setLow(price)
                .setClose(price)
                .setVolume(volume)
                .build();
    }
}
