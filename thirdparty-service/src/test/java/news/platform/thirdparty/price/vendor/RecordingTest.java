package news.platform.thirdparty.price.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import news.platform.test.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {
    private static final Instant TIME = Instant.parse("2026-11-27T14:30:00Z");
    private static final Set<String> SYMBOLS = Set.of("AAA", "BBB");
    private static final int LARGE = 1_000_000;

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock();

    @Test
    void isPlayedAtThePaceAtWhichItWasMadeAsIfItHappenedNow() throws IOException {
        record(tick("AAA", "10.50", 0), tick("BBB", "7", 0), tick("AAA", "10.60", 60));
        var vendor = vendor();

        var begin = clock.instant();
        var first = vendor.ticks(SYMBOLS);
        var meanwhile = vendor.ticks(SYMBOLS);
        clock.advance(Duration.ofMinutes(1));
        var later = vendor.ticks(SYMBOLS);

        assertThat(first).extracting(Tick::symbol).containsExactly("AAA", "BBB");
        assertThat(first.getFirst().time()).isAfterOrEqualTo(begin).isBeforeOrEqualTo(clock.instant());
        assertThat(meanwhile).isEmpty();
        assertThat(later).singleElement().satisfies(tick -> {
            assertThat(tick.price()).isEqualTo(new BigDecimal("10.60"));
            assertThat(tick.time()).isEqualTo(first.getFirst().time().plusSeconds(60));
            assertThat(tick.volume()).isEqualTo(3);
        });
    }

    @Test
    void isPlayedAgainFromTheBeginning() throws IOException {
        record(tick("AAA", "1", 0));
        var vendor = vendor();

        assertThat(vendor.ticks(SYMBOLS)).hasSize(1);
        assertThat(vendor.ticks(SYMBOLS)).hasSize(1);
    }

    @Test
    void halfALineAndOtherInstrumentsArePassedOver() throws IOException {
        record(tick("CCC", "1", 0), tick("AAA", "2", 0));
        Files.writeString(file(), "{\"time\": \"2026-11", StandardOpenOption.APPEND);

        assertThat(vendor().ticks(SYMBOLS)).extracting(Tick::symbol).containsExactly("AAA");
    }

    @Test
    void thereMustBeSomethingToPlay() throws IOException {
        var vendor = vendor();
        assertThatThrownBy(() -> vendor.ticks(SYMBOLS)).isInstanceOf(IOException.class);

        Files.createDirectories(file().getParent());
        Files.writeString(file(), "\n");
        assertThatThrownBy(() -> vendor.ticks(SYMBOLS)).hasMessageContaining("no ticks");
    }

    @Test
    void neverGrowsBeyondItsBound() throws IOException {
        var recording = new Recording(file(), 2000);

        for (int second = 0; second < 100; second++) {
            recording.add(List.of(tick("AAA", "1", second)));
            assertThat(size(file()) + size(before())).isLessThanOrEqualTo(2000);
        }

        assertThat(Files.readString(file())).contains(TIME.plusSeconds(99).toString());
        assertThat(Files.readString(before())).isNotEmpty();
        assertThat(Files.getPosixFilePermissions(file())).hasSize(2);
        assertThatThrownBy(() -> recording.add(IntStream.range(0, 100)
                        .mapToObj(second -> tick("AAA", "1", second))
                        .toList()))
                .isInstanceOf(IOException.class);
    }

    private void record(Tick... ticks) throws IOException {
        new Recording(file(), LARGE).add(List.of(ticks));
    }

    private Vendor vendor() {
        var properties = new VendorProperties(file().toUri(), List.of("XNYS"), "", Duration.ofSeconds(1), 120);
        return new RecordedProtocol(clock)
                .vendor(new VendorLine(
                        "trial",
                        properties,
                        new VendorGuard(120, Bulkhead.ofDefaults("vendor"), CircuitBreaker.ofDefaults("vendor")),
                        Losses.of("trial", new SimpleMeterRegistry())));
    }

    private Path file() {
        return folder.resolve("ticks/trial.jsonl");
    }

    private Path before() {
        return folder.resolve("ticks/trial.jsonl.1");
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private static Tick tick(String symbol, String price, int second) {
        return new Tick(symbol, new BigDecimal(price), 3, TIME.plusSeconds(second), false);
    }
}
