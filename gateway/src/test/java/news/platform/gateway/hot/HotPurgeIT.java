package news.platform.gateway.hot;

import static news.platform.gateway.hot.EventSource.PUBLISHED;
import static news.platform.gateway.hot.EventSource.RECALLED;
import static news.platform.gateway.hot.EventSource.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.Status;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import news.platform.market.v1.ListCandlesRequest;
import news.platform.market.v1.ListCandlesResponse;
import news.platform.test.TestTokens;
import news.platform.test.store.TestKafka;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Long ages, so that only an event can be why something changes. */
@HotTest
@TestPropertySource(
        properties = {
            "news.policy.file=src/test/resources/policies/long-ages.properties",
        })
class HotPurgeIT {

    @LocalServerPort
    private int port;

    @Autowired
    private Newsroom newsroom;

    @Autowired
    private Twin twin;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private TestKafka kafka;

    private EventSource events;

    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(port);
        EventSource.awaitReaders(meters);
        events = new EventSource(kafka);
        // the topics appear with their first event; what comes then is read from the beginning
        events.happens(UPDATED, "nothing");
        events.happens("news.user.user.updated.v1", "nobody");
        events.happens("news.user.session.revoked.v1", "none");
        newsroom.publish("probe", "Old");
        client.get("/api/v1/articles/probe");
        String title = "New " + System.nanoTime();
        newsroom.publish("probe", title);
        // once: one that came late would purge what the test has put there
        events.happens(UPDATED, "probe");
        eventually().until(() -> client.get("/api/v1/articles/probe").body().contains(title));
    }

    @AfterEach
    void close() {
        events.close();
    }

    @Test
    void showsAnEditOnceItsEventHasArrived() {
        for (int i = 0; i < 50; i++) {
            newsroom.publish("edited", "Version " + i);
            events.happens(UPDATED, "edited");
            String version = "Version " + i + "\"";
            eventually()
                    .pollDelay(Duration.ZERO)
                    .until(() -> client.get("/api/v1/articles/edited").body().contains(version));
        }
    }

    @Test
    void keepsAListThatAlreadyShowsWhatIsPublishedForBadTimes() {
        newsroom.publish("list9-x", "First");
        client.get("/api/v1/articles?channel=list9");
        newsroom.fail("list-list9", Status.Code.UNAVAILABLE);

        events.happens(PUBLISHED, "list9-x");

        var degraded = eventually()
                .until(() -> client.get("/api/v1/articles?channel=list9"), got -> got.maybe("X-Degraded")
                        .isPresent());
        assertThat(degraded.body()).contains("First");
        newsroom.heal("list-list9");
    }

    @Test
    void neverServesARecallAfterItsEventNotEvenWhenTheServiceIsDown() {
        newsroom.publish("recalled-a", "A mistake");
        client.get("/api/v1/articles/recalled-a");
        newsroom.recall("recalled-a");
        events.happens(RECALLED, "recalled-a");
        eventually().until(() -> client.get("/api/v1/articles/recalled-a").status() == 410);

        newsroom.fail("recalled-a", Status.Code.UNAVAILABLE);
        events.happens(RECALLED, "recalled-a");

        eventually().until(() -> client.get("/api/v1/articles/recalled-a").status() == 503);
    }

    @Test
    void forgetsTheLastGoodAnswerOfWhatWasRecalled() {
        newsroom.publish("recalled-b", "A mistake");
        client.get("/api/v1/articles/recalled-b");
        newsroom.fail("recalled-b", Status.Code.UNAVAILABLE);

        events.happens(RECALLED, "recalled-b");

        eventually().until(() -> client.get("/api/v1/articles/recalled-b").status() == 503);
        assertThat(client.get("/api/v1/articles/recalled-b").body()).doesNotContain("A mistake");
    }

    @Test
    void takesListsAndAuthorsWithIt() {
        newsroom.publish("list1-x", "Old");
        client.get("/api/v1/articles?channel=list1");
        newsroom.publish("list1-x", "New");

        events.happens("news.user.user.updated.v1", "author-of-list1-x");

        eventually()
                .until(() -> client.get("/api/v1/articles?channel=list1").body().contains("New"));
    }

    @Test
    void showsAPublicationInListsButKeepsThemForBadTimes() {
        newsroom.publish("list2-x", "First");
        client.get("/api/v1/articles?channel=list2");
        newsroom.fail("list-list2", Status.Code.UNAVAILABLE);
        newsroom.publish("list2-y", "Second");

        events.happens(PUBLISHED, "list2-y");

        var degraded = eventually()
                .until(() -> client.get("/api/v1/articles?channel=list2"), got -> got.maybe("X-Degraded")
                        .isPresent());
        assertThat(degraded.status()).isEqualTo(200);
        assertThat(degraded.body()).contains("First");
        newsroom.heal("list-list2");
        eventually()
                .until(() -> client.get("/api/v1/articles?channel=list2").body().contains("Second"));
    }

    @Test
    void forgetsWhatItsServiceSaidWouldKeepLonger() {
        var close = new AtomicReference<>("10.00");
        twin.script("news.platform.market.v1.CandleService/ListCandles", request -> {
            Twin.asker().header("x-max-age", "3600");
            return ListCandlesResponse.newBuilder()
                    .setSymbol(((ListCandlesRequest) request).getSymbol())
                    .addClose(close.get())
                    .build();
        });
        String path = "/api/v1/instruments/GOLDX/candles";
        assertThat(client.get(path).header("Cache-Control")).isEqualTo("public, max-age=3600");
        close.set("11.00");
        assertThat(client.get(path).body()).contains("10.00");

        events.happens("news.market.candle.corrected.v1", "GOLDX");

        eventually().until(() -> client.get(path).body().contains("11.00"));
    }

    @Test
    void answersListsWhileOnePublicationFollowsTheOther() {
        newsroom.publish("list3-0", "First");
        AtomicBoolean over = new AtomicBoolean();
        AtomicReference<String> wrong = new AtomicReference<>();
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            readers.submit(() -> {
                for (int i = 0; i < 2_000 && !over.get(); i++) {
                    newsroom.publish("list3-" + i % 20, "Number " + i);
                    events.happens(PUBLISHED, "list3-" + i % 20);
                }
            });
            try {
                for (int i = 0; i < 100; i++) {
                    var got = client.get("/api/v1/articles?channel=list3");
                    if (got.status() != 200) {
                        wrong.set(got.body());
                    }
                }
            } finally {
                over.set(true);
            }
        }

        assertThat(wrong.get()).isNull();
    }

    @Test
    void doesNotKeepAnAnswerThatARecallOvertook() throws InterruptedException, ExecutionException {
        newsroom.publish("recalled-c", "A mistake");
        CountDownLatch gate = newsroom.block("recalled-c");
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            var early = readers.submit(() -> client.get("/api/v1/articles/recalled-c"));
            eventually().until(() -> newsroom.calls("recalled-c") == 1);
            // the call has read the old state and is on its way back when the recall happens
            newsroom.recall("recalled-c");
            double before = purges();
            events.happens(RECALLED, "recalled-c");
            eventually().until(() -> purges() > before);
            gate.countDown();

            assertThat(early.get().status()).isEqualTo(410);
        }
        assertThat(client.get("/api/v1/articles/recalled-c").status()).isEqualTo(410);
        assertThat(newsroom.calls("recalled-c")).isEqualTo(2);
    }

    @Test
    void neverGoesBackWhileReadersAndEditsRace() {
        AtomicBoolean over = new AtomicBoolean();
        AtomicReference<String> wrong = new AtomicReference<>();
        newsroom.publish("raced", "00000");
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int r = 0; r < 4; r++) {
                readers.submit(() -> read(over, wrong));
            }
            try {
                for (int i = 1; i <= 60; i++) {
                    newsroom.publish("raced", "%05d".formatted(i));
                    events.happens(UPDATED, "raced");
                    String title = "\"%05d\"".formatted(i);
                    eventually()
                            .until(() ->
                                    client.get("/api/v1/articles/raced").body().contains(title));
                }
            } finally {
                over.set(true);
            }
        }

        assertThat(wrong.get()).isNull();
    }

    @Test
    void doesNotServeATokenOfARevokedSession() {
        newsroom.publish("session", "For everybody");
        String token = TestTokens.user("leaver", "reader");
        String[] headers = {"Authorization", "Bearer " + token};
        assertThat(client.get("/api/v1/articles/session", headers).status()).isEqualTo(200);
        assertThat(client.get("/api/v1/articles/session", headers).status()).isEqualTo(200);

        events.happens("news.user.session.revoked.v1", "session-of-leaver");

        eventually().until(() -> client.get("/api/v1/articles/session", headers).status() == 401);
        assertThat(client.get("/api/v1/articles/session").status()).isEqualTo(200);
    }

    private void read(AtomicBoolean over, AtomicReference<String> wrong) {
        String last = "";
        while (!over.get()) {
            String body = client.get("/api/v1/articles/raced").body();
            int at = body.indexOf("\"title\":\"") + 9;
            String title = body.substring(at, at + 5);
            if (title.compareTo(last) < 0 || !Character.isDigit(title.charAt(0))) {
                over.set(true);
                wrong.set(last + " then " + body);
            }
            last = title;
        }
    }

    private double purges() {
        return meters.find("news.gateway.hot.purges").tag("event", RECALLED).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private static ConditionFactory eventually() {
        return await().atMost(30, TimeUnit.SECONDS).pollInterval(5, TimeUnit.MILLISECONDS);
    }
}
