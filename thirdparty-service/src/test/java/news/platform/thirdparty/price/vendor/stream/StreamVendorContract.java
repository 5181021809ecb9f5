package news.platform.thirdparty.price.vendor.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import news.platform.thirdparty.price.vendor.Tick;
import news.platform.thirdparty.price.vendor.VendorContract;
import news.platform.thirdparty.price.vendor.stream.StreamStandIn.Trade;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every vendor keeps that tells by itself and counts its messages. */
abstract class StreamVendorContract extends VendorContract {
    private final AtomicLong sequence = new AtomicLong();

    abstract StreamStandIn standIn();

    @AfterEach
    void stop() {
        standIn().close();
    }

    @Override
    protected URI address() {
        return standIn().address();
    }

    @Override
    protected void turnsAway(boolean everybody) {
        standIn().away = everybody;
    }

    @Override
    protected void happens(String symbol, String price, Instant time) {
        standIn().tell(sequence.incrementAndGet(), List.of(new Trade(symbol, price, time.toString())));
    }

    @Override
    protected Set<String> wanted() {
        return standIn().wanted;
    }

    @Override
    protected String shown() {
        return standIn().shown;
    }

    @Test
    void asksAgainForWhatIsMissingAndTakesItOnce() throws IOException {
        var vendor = asked(SYMBOLS);

        tell(1);
        tell(5);
        var before = told(vendor, 2);
        await().until(() -> standIn().askedAgain.equals(List.of("2-4")));
        tell(3);
        tell(3);
        tell(5);
        tell(2);
        var after = told(vendor, 2);

        assertThat(prices(before)).containsExactly("1", "5");
        assertThat(prices(after)).containsExactly("3", "2");
        assertThat(counted("missing")).isEqualTo(3);
        assertThat(counted("recovered")).isEqualTo(2);
        assertThat(vendor.ticks(SYMBOLS)).isEmpty();
    }

    @Test
    void noticesALostConnectionAndWhatWasToldMeanwhile() throws IOException {
        var vendor = asked(SYMBOLS);
        tell(1);
        told(vendor, 1);

        standIn().wanted = Set.of();
        standIn().hangUp();
        awaitFailure(vendor);
        await().until(() -> {
            vendor.ticks(SYMBOLS);
            return wanted().equals(SYMBOLS);
        });
        tell(4);

        assertThat(prices(told(vendor, 1))).containsExactly("4");
        await().until(() -> standIn().askedAgain.equals(List.of("2-3")));
    }

    @Test
    void tellsWhatCameBeforeTheConnectionWasLost() throws IOException {
        var vendor = asked(SYMBOLS);

        tell(1);
        tell(2);
        standIn().hangUp();

        assertThat(prices(told(vendor, 2))).containsExactly("1", "2");
        awaitFailure(vendor);
    }

    /** The price is the message's number. */
    private void tell(long number) {
        standIn().tell(number, List.of(new Trade("AAA", Long.toString(number), TIME.toString())));
    }

    private static List<String> prices(List<Tick> ticks) {
        return ticks.stream().map(tick -> tick.price().toPlainString()).toList();
    }
}
