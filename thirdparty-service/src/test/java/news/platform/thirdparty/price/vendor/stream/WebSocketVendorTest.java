package news.platform.thirdparty.price.vendor.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import news.platform.thirdparty.fetch.Fetcher;
import news.platform.thirdparty.price.vendor.VendorProtocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a WebSocket server. */
class WebSocketVendorTest extends StreamVendorContract {
    private final WebSocketStandIn standIn = new WebSocketStandIn();
    private final List<WebSocketConnector> connectors = new ArrayList<>();

    @Override
    StreamStandIn standIn() {
        return standIn;
    }

    @Override
    protected VendorProtocol protocol(Fetcher fetcher) {
        var connector = new WebSocketConnector(fetcher, clock);
        connectors.add(connector);
        return new StreamProtocol(Set.of("ws"), connector);
    }

    @AfterEach
    void closeConnectors() {
        connectors.forEach(WebSocketConnector::close);
    }

    @Test
    void pingsAndIsContentWithAPong() throws IOException {
        var vendor = asked(SYMBOLS);

        for (int pings = 1; pings <= 2; pings++) {
            clock.advance(WebSocketConnection.PING_EVERY);
            vendor.ticks(SYMBOLS);
            int expected = pings;
            await().until(() -> standIn.pings.get() == expected);
            // the pong is behind what is told after it
            happens("AAA", "1", TIME.plusSeconds(pings));
            told(vendor, 1);
        }
    }

    @Test
    void givesUpAConnectionThatAnswersNoPing() throws IOException {
        standIn.pongs = false;
        var vendor = asked(SYMBOLS);

        clock.advance(WebSocketConnection.PING_EVERY);
        vendor.ticks(SYMBOLS);
        clock.advance(WebSocketConnection.PATIENCE);

        assertThatThrownBy(() -> vendor.ticks(SYMBOLS)).hasMessageContaining("no pong");
    }

    @Test
    void putsTogetherWhatComesInParts() throws IOException {
        standIn.parts = true;
        var vendor = asked(SYMBOLS);

        happens("AAA", "10.50", TIME);

        assertThat(told(vendor, 1)).hasSize(1);
    }
}
