package news.platform.gateway.hot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.Status;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import news.platform.gateway.hot.Client.Got;
import news.platform.market.v1.BatchGetQuotesResponse;
import news.platform.market.v1.ListCandlesRequest;
import news.platform.market.v1.ListCandlesResponse;
import news.platform.market.v1.Quote;
import news.platform.test.TestClock;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is kept, for how long, and what is not. */
@HotTest
class HotAgesIT {

    private static final Duration STALE = Duration.ofMinutes(4);
    private static final Duration TOO_OLD = Duration.ofMinutes(20);
    private static final Duration FORGOTTEN = Duration.ofMinutes(3);

    @LocalServerPort
    private int port;

    @Autowired
    private TestClock clock;

    @Autowired
    private Newsroom newsroom;

    @Autowired
    private Twin twin;

    @Autowired
    private MeterRegistry meters;

    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(port);
        EventSource.awaitReaders(meters);
    }

    @Test
    void refreshesOnceInTheBackgroundWhileManyReadTheOldAnswer() {
        newsroom.publish("stale", "Old");
        client.get("/api/v1/articles/stale");
        newsroom.publish("stale", "New");
        CountDownLatch gate = newsroom.block("stale");
        clock.advance(STALE);
        assertThat(client.get("/api/v1/articles/stale").body()).contains("Old");
        eventually().until(() -> newsroom.calls("stale") == 2);
        assertThat(client.get("/api/v1/articles/stale").body()).contains("Old");
        gate.countDown();

        eventually()
                .untilAsserted(() ->
                        assertThat(client.get("/api/v1/articles/stale").body()).contains("New"));
        assertThat(newsroom.calls("stale")).isEqualTo(2);
    }

    @Test
    void servesTheLastGoodAnswerMarkedUntilItIsTooOldThenSaysUnavailable() {
        newsroom.publish("down", "Last good");
        client.get("/api/v1/articles/down");
        newsroom.fail("down", Status.Code.UNAVAILABLE);
        clock.advance(STALE);

        Got degraded = eventually().until(() -> client.get("/api/v1/articles/down"), got -> got.maybe("X-Degraded")
                .isPresent());
        assertThat(degraded.status()).isEqualTo(200);
        assertThat(degraded.body()).contains("Last good");
        assertThat(degraded.header("X-Degraded")).isEqualTo("content-service");
        assertThat(degraded.header("Age")).isNotEmpty();

        clock.advance(TOO_OLD);
        Got gone = client.get("/api/v1/articles/down");
        assertThat(gone.status()).isEqualTo(503);
        assertThat(gone.header("Retry-After")).isNotEmpty();
        assertThat(gone.header("Content-Type")).startsWith("application/problem+json");
        assertThat(gone.body()).contains(gone.header("X-Trace-Id"));

        newsroom.heal("down");
        assertThat(client.get("/api/v1/articles/down").status()).isEqualTo(200);
    }

    /** What a price was is not what it is: who reads only the body must see that, too. */
    @Test
    void theLastGoodAnswerSaysInItsOwnFieldsThatItMayNotBeSoAnyMore() {
        AtomicBoolean down = new AtomicBoolean();
        twin.script("news.platform.market.v1.QuoteService/BatchGetQuotes", _ -> {
            if (down.get()) {
                throw Status.UNAVAILABLE.asRuntimeException();
            }
            return BatchGetQuotesResponse.newBuilder()
                    .addQuotes(Quote.newBuilder().setSymbol("GOLDX").setLast("10.5"))
                    .addQuotes(Quote.newBuilder().setSymbol("NRTEN").setLast("20.5"))
                    .build();
        });
        String path = "/api/v1/quotes?symbols=GOLDX&symbols=NRTEN&fields=quotes.last,quotes.stale";
        Got fresh = client.get(path);
        assertThat(fresh.body()).isEqualTo(quotes(false));

        down.set(true);
        clock.advance(Duration.ofMinutes(1));
        Got degraded = client.get(path);
        assertThat(degraded.header("X-Degraded")).isEqualTo("market-service");
        assertThat(degraded.body()).isEqualTo(quotes(true));
        assertThat(degraded.header("ETag")).isNotEqualTo(fresh.header("ETag"));
        assertThat(degraded.header("Age")).isEqualTo("60");
        assertThat(client.get(path).body()).isEqualTo(quotes(true));

        down.set(false);
        clock.advance(Duration.ofMinutes(1));
        Got again = client.get(path);
        assertThat(again.body()).isEqualTo(quotes(false));
        assertThat(again.maybe("X-Degraded")).isEmpty();
    }

    /** As its policy has it for a second, an hour at most; more than that is cut, less is nothing. */
    @Test
    void keepsLongerWhatItsServiceSaysWillNotChange() {
        var asked = new AtomicInteger();
        twin.script("news.platform.market.v1.CandleService/ListCandles", request -> {
            var symbol = ((ListCandlesRequest) request).getSymbol();
            Map.of("FINAL", "7200", "ALIKE", "1", "NOISE", "99999999999").forEach((name, age) -> {
                if (symbol.equals(name)) {
                    Twin.asker().header("x-max-age", age);
                }
            });
            return ListCandlesResponse.newBuilder()
                    .setSymbol(symbol)
                    .addClose(Integer.toString(asked.incrementAndGet()))
                    .build();
        });
        for (var symbol : List.of("ALIKE", "NOISE", "OTHER")) {
            assertThat(candles(symbol).header("Cache-Control")).isEqualTo("public, max-age=2");
        }
        Got first = candles("FINAL");
        assertThat(first.header("Cache-Control")).isEqualTo("public, max-age=3600");
        Got other = candles("OTHER");

        clock.advance(Duration.ofMinutes(29));
        assertThat(candles("FINAL").body()).isEqualTo(first.body());
        assertThat(candles("FINAL").header("Age")).isEqualTo("1740");
        assertThat(candles("OTHER").body()).isNotEqualTo(other.body());

        clock.advance(Duration.ofMinutes(32));
        assertThat(candles("FINAL").body()).isNotEqualTo(first.body());
    }

    private Got candles(String symbol) {
        return client.get("/api/v1/instruments/" + symbol + "/candles");
    }

    private static String quotes(boolean stale) {
        return "{\"quotes\":[{\"last\":\"10.5\",\"stale\":%1$b},{\"last\":\"20.5\",\"stale\":%1$b}]}".formatted(stale);
    }

    @Test
    void remembersForAMomentThatThereIsNone() {
        Got cold = client.get("/api/v1/articles/none");
        Got hot = client.get("/api/v1/articles/none");

        assertThat(cold.status()).isEqualTo(404);
        assertThat(hot.status()).isEqualTo(404);
        assertThat(hot.header("Content-Type")).startsWith("application/problem+json");
        assertThat(hot.body()).contains("ARTICLE_NOT_FOUND").contains(hot.header("X-Trace-Id"));
        assertThat(hot.header("X-Trace-Id")).isNotEqualTo(cold.header("X-Trace-Id"));
        assertThat(newsroom.calls("none")).isOne();
        newsroom.publish("none", "Now there is");
        assertThat(client.get("/api/v1/articles/none").status()).isEqualTo(404);
        clock.advance(FORGOTTEN);
        assertThat(client.get("/api/v1/articles/none").status()).isEqualTo(200);
    }

    @Test
    void remembersARecallAsGone() {
        client.get("/api/v1/articles/recalled-1");

        Got hot = client.get("/api/v1/articles/recalled-1");

        assertThat(hot.status()).isEqualTo(410);
        assertThat(hot.body()).contains("ARTICLE_RECALLED");
        assertThat(newsroom.calls("recalled-1")).isOne();
    }

    @Test
    void keepsNothingThatTheServiceForbidsToKeep() {
        newsroom.publish("secret", "Not for keeps");
        newsroom.header("secret", "cache-control", "no-store");
        client.get("/api/v1/articles/secret");

        Got again = client.get("/api/v1/articles/secret");

        assertThat(again.header("Cache-Control")).isEqualTo("no-store");
        assertThat(newsroom.calls("secret")).isEqualTo(2);
    }

    @Test
    void keepsNothingThatWasMadeForAnotherClass() {
        newsroom.publish("other", "For subscribers");
        newsroom.header("other", "x-entitlement-class", "full");
        client.get("/api/v1/articles/other");
        client.get("/api/v1/articles/other");

        assertThat(newsroom.calls("other")).isEqualTo(2);
    }

    @Test
    void keepsAnAnswerWithAPartMissingForAMomentAndSaysSo() {
        newsroom.publish("partial", "Without names");
        newsroom.header("partial", "x-degraded", "user-service");
        client.get("/api/v1/articles/partial");

        Got hot = client.get("/api/v1/articles/partial");

        assertThat(hot.header("X-Degraded")).isEqualTo("user-service");
        assertThat(newsroom.calls("partial")).isOne();
    }

    @Test
    void waitsNoLongerThanTheDeadline() {
        newsroom.publish("slow", "Never comes");
        CountDownLatch gate = newsroom.block("slow");

        Got got = client.get("/api/v1/articles/slow");

        assertThat(gate.getCount()).isOne();
        assertThat(got.status()).isEqualTo(503);
        assertThat(got.body()).contains("DEADLINE_EXCEEDED");
        assertThat(got.header("Retry-After")).isNotEmpty();
    }

    private static ConditionFactory eventually() {
        return await().atMost(30, TimeUnit.SECONDS).pollInterval(20, TimeUnit.MILLISECONDS);
    }
}
