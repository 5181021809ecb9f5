package news.platform.thirdparty.price.vendor.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.platform.thirdparty.LocalWeb;
import news.platform.thirdparty.fetch.Fetcher;
import news.platform.thirdparty.price.vendor.Tick;
import news.platform.thirdparty.price.vendor.VendorContract;
import news.platform.thirdparty.price.vendor.VendorProtocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a web server that answers with quotes, and with 304 where nothing has changed. */
class PolledVendorTest extends VendorContract {
    private static final String PATH = "/v1/quotes";

    private final LocalWeb web = new LocalWeb();
    private final Map<String, String> quotes = new ConcurrentSkipListMap<>();
    private final AtomicInteger unchanged = new AtomicInteger();
    private volatile Set<String> wanted = Set.of();
    private volatile String shown = "";
    private volatile long volume = 1000;

    @BeforeEach
    void start() {
        web.on(PATH, this::answer);
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Override
    protected VendorProtocol protocol(Fetcher fetcher) {
        return new PollProtocol(fetcher);
    }

    @Override
    protected URI address() {
        return web.uri(PATH);
    }

    @Override
    protected void turnsAway(boolean everybody) {
        web.on(PATH, everybody ? exchange -> exchange.sendResponseHeaders(503, -1) : this::answer);
    }

    @Override
    protected void happens(String symbol, String price, Instant time) {
        volume += 5;
        quotes.put(symbol, """
                {"symbol": "%s", "price": "%s", "volume": %d, "time": "%s"}""".formatted(symbol, price, volume, time));
    }

    @Override
    protected Set<String> wanted() {
        return wanted;
    }

    @Override
    protected String shown() {
        return shown;
    }

    @Test
    void askedAgainItIsToldThatNothingHasChanged() throws IOException {
        happens("AAA", "10.50", TIME);
        var vendor = asked(SYMBOLS);

        assertThat(vendor.ticks(SYMBOLS)).isEmpty();

        assertThat(unchanged).hasValue(1);
    }

    @Test
    void saysWhatWasTradedSinceTheQuoteBefore() throws IOException {
        var vendor = asked(SYMBOLS);

        happens("AAA", "10.50", TIME);
        var first = vendor.ticks(SYMBOLS);
        happens("AAA", "10.60", TIME.plusSeconds(1));
        var second = vendor.ticks(SYMBOLS);
        // the next day counts from 0
        volume = 0;
        happens("AAA", "10.70", TIME.plusSeconds(2));
        var third = vendor.ticks(SYMBOLS);

        assertThat(List.of(first.getFirst(), second.getFirst(), third.getFirst()))
                .extracting(Tick::volume)
                .containsExactly(0L, 5L, 5L);
    }

    @Test
    void asksForManyInSeveralCallsAndTellsOfAllOrNone() throws IOException {
        var many =
                IntStream.range(0, 150).mapToObj(number -> "S" + (100 + number)).collect(Collectors.toSet());
        many.forEach(symbol -> happens(symbol, "1", TIME));
        var vendor = asked(SYMBOLS);
        int before = web.hits(PATH);

        // the second call is answered with something else
        web.on(PATH, exchange -> {
            if (web.hits(PATH) == before + 2) {
                LocalWeb.send(exchange, 200, "application/json", "{}".getBytes(StandardCharsets.UTF_8));
            } else {
                answer(exchange);
            }
        });
        assertThatThrownBy(() -> vendor.ticks(many)).hasMessageContaining("without quotes");

        assertThat(vendor.ticks(many)).hasSize(150);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var query = exchange.getRequestURI().getRawQuery();
        wanted = Set.of(URLDecoder.decode(query.substring("symbols=".length()), StandardCharsets.UTF_8)
                .split(","));
        shown = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        var body = quotes.entrySet().stream()
                .filter(quote -> wanted.contains(quote.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(", ", "{\"quotes\": [", "]}"));
        var etag = "\"" + Integer.toHexString(body.hashCode()) + "\"";
        exchange.getResponseHeaders().set("ETag", etag);
        if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            unchanged.incrementAndGet();
            exchange.sendResponseHeaders(304, -1);
        } else {
            LocalWeb.send(exchange, 200, "application/json", body.getBytes(StandardCharsets.UTF_8));
        }
    }
}
