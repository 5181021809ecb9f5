package news.platform.thirdparty.price.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import news.platform.test.TestClock;
import news.platform.thirdparty.fetch.FetchProperties;
import news.platform.thirdparty.fetch.Fetcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** What every vendor of prices keeps, by whatever protocol it speaks; its stand-in speaks the same one, on a port of its own. */
public abstract class VendorContract {
    protected static final Set<String> SYMBOLS = Set.of("AAA", "BBB");
    protected static final Instant TIME = Instant.parse("2026-11-27T14:30:00Z");

    private static final String TOKEN = "a-token-of-the-vendor";

    protected final TestClock clock = new TestClock();
    protected final MeterRegistry meters = new SimpleMeterRegistry();
    protected final CircuitBreaker breaker = CircuitBreaker.ofDefaults("vendor");
    private final List<Vendor> vendors = new ArrayList<>();
    private final List<Fetcher> fetchers = new ArrayList<>();

    /** The protocol, which goes wherever this fetcher lets it. */
    protected abstract VendorProtocol protocol(Fetcher fetcher);

    /** Where the stand-in is. */
    protected abstract URI address();

    /** From now on the stand-in turns away whoever comes, or no longer does. */
    protected abstract void turnsAway(boolean everybody);

    /** The other side tells of a trade; anything in place of a price. */
    protected abstract void happens(String symbol, String price, Instant time);

    /** Whose prices the other side was asked for at last. */
    protected abstract Set<String> wanted();

    /** The Authorization header that it was shown at last; empty where there was none. */
    protected abstract String shown();

    @AfterEach
    final void hangUp() throws IOException {
        vendors.forEach(Vendor::close);
        for (var fetcher : fetchers) {
            fetcher.close();
        }
    }

    @Test
    void tellsEachTradeOnce() throws IOException {
        var vendor = asked(SYMBOLS);

        happens("AAA", "10.50", TIME);
        var first = told(vendor, 1);
        happens("BBB", "0.0001", TIME.plusSeconds(1));
        happens("AAA", "10.60", TIME.plusSeconds(2));
        var then = told(vendor, 2);

        assertThat(first).extracting(VendorContract::words).containsExactly("AAA 10.50 " + TIME);
        assertThat(then)
                .extracting(VendorContract::words)
                .containsExactlyInAnyOrder("BBB 0.0001 " + TIME.plusSeconds(1), "AAA 10.60 " + TIME.plusSeconds(2));
        assertThat(vendor.ticks(SYMBOLS)).isEmpty();
    }

    @Test
    void leavesOutWhatMakesNoSenseAndCountsIt() throws IOException {
        var vendor = asked(SYMBOLS);

        happens("AAA", "1e999999999", TIME);
        awaitLeftOut(vendor, 1);
        happens("AAA", "10.50", TIME.plusSeconds(1));

        assertThat(told(vendor, 1))
                .extracting(VendorContract::words)
                .containsExactly("AAA 10.50 " + TIME.plusSeconds(1));
    }

    @Test
    void asksForOthersOnceTheyAreWanted() throws IOException {
        var vendor = asked(SYMBOLS);
        var others = Set.of("BBB", "CCC");

        vendor.ticks(others);

        await().until(() -> wanted().equals(others));
    }

    @Test
    void showsItsToken() throws IOException {
        asked(SYMBOLS);

        assertThat(shown()).isEqualTo("Bearer " + TOKEN);
    }

    @Test
    void isLeftAloneLongerAndLongerAndSoonWorksAgain() throws IOException {
        turnsAway(true);
        var line = line(120);
        var vendor = vendor(line, fetcher("127.0.0.0/8"));

        for (int seconds : List.of(1, 2, 4, 8, 10, 10)) {
            awaitFailure(vendor);
            assertThat(line.guard().failed()).isEqualTo(Duration.ofSeconds(seconds));
        }
        turnsAway(false);
        await().until(() -> {
            vendor.ticks(SYMBOLS);
            return wanted().equals(SYMBOLS);
        });
        happens("AAA", "10.50", TIME);

        assertThat(told(vendor, 1)).hasSize(1);
        assertThat(line.guard().works()).isTrue();
        assertThat(line.guard().failed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void failsWhereNobodyListens() {
        var nobody = new VendorProperties(
                URI.create(address().getScheme() + "://127.0.0.1:1"),
                List.of("XNYS"),
                TOKEN,
                Duration.ofSeconds(1),
                120);
        var vendor = vendor(line(nobody), fetcher("127.0.0.0/8"));

        assertThatThrownBy(() -> vendor.ticks(SYMBOLS)).isInstanceOf(IOException.class);
        assertThat(breaker.getMetrics().getNumberOfFailedCalls()).isEqualTo(1);
    }

    @Test
    void goesToNoAddressThatIsNotPublic() {
        var vendor = vendor(line(120), fetcher());

        assertThatThrownBy(() -> vendor.ticks(SYMBOLS))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("public");
        assertThat(wanted()).isEmpty();
    }

    @Test
    void callsNobodyWhileItsBreakerIsOpenOrItsQuotaUsedUp() throws IOException {
        var vendor = vendor(line(1), fetcher("127.0.0.0/8"));

        breaker.transitionToOpenState();
        assertThatThrownBy(() -> vendor.ticks(SYMBOLS)).hasMessageContaining("breaker");
        assertThat(wanted()).isEmpty();

        breaker.transitionToClosedState();
        vendor.ticks(SYMBOLS);
        vendor.close();
        assertThatThrownBy(() -> vendor.ticks(SYMBOLS)).hasMessageContaining("quota");
    }

    /** A vendor that has asked for these. */
    protected final Vendor asked(Set<String> symbols) throws IOException {
        var vendor = vendor(line(120), fetcher("127.0.0.0/8"));
        vendor.ticks(symbols);
        await().until(() -> wanted().equals(symbols));
        return vendor;
    }

    /** What it tells, until that is as much as this. */
    protected static List<Tick> told(Vendor vendor, int count) {
        var ticks = new ArrayList<Tick>();
        await().until(() -> {
            ticks.addAll(vendor.ticks(SYMBOLS));
            return ticks.size() >= count;
        });
        return ticks;
    }

    /** Asks until it fails. */
    protected static void awaitFailure(Vendor vendor) {
        await().until(() -> {
            try {
                vendor.ticks(SYMBOLS);
                return false;
            } catch (IOException _) {
                return true;
            }
        });
    }

    /** What was counted so far; {@code name}: missing, recovered or left.out. */
    protected final double counted(String name) {
        return meters.get("news.thirdparty.vendor." + name).counter().count();
    }

    private void awaitLeftOut(Vendor vendor, int count) {
        await().until(() -> {
            assertThat(vendor.ticks(SYMBOLS)).isEmpty();
            return counted("left.out") >= count;
        });
    }

    private Vendor vendor(VendorLine line, Fetcher fetcher) {
        var vendor = protocol(fetcher).vendor(line);
        vendors.add(vendor);
        return vendor;
    }

    private VendorLine line(int callsPerMinute) {
        return line(new VendorProperties(address(), List.of("XNYS"), TOKEN, Duration.ofSeconds(1), callsPerMinute));
    }

    private VendorLine line(VendorProperties properties) {
        return new VendorLine(
                "trial",
                properties,
                new VendorGuard(properties.callsPerMinute(), Bulkhead.ofDefaults("vendor"), breaker),
                Losses.of("trial", meters));
    }

    private Fetcher fetcher(String... allowed) {
        var fetcher = new Fetcher(
                new FetchProperties(
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(10),
                        DataSize.ofKilobytes(500),
                        5,
                        "t",
                        List.of(allowed)),
                clock);
        fetchers.add(fetcher);
        return fetcher;
    }

    private static String words(Tick tick) {
        return String.join(
                " ", tick.symbol(), tick.price().toPlainString(), tick.time().toString());
    }
}
