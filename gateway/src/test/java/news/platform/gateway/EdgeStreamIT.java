package news.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import news.platform.gateway.stream.Streams;
import news.platform.gateway.testing.EdgeClient;
import news.platform.gateway.testing.EdgeTest;
import news.platform.gateway.testing.LogTwin;
import news.platform.gateway.testing.SseClient;
import news.platform.gateway.testing.Twins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/** Streams in mode log as browsers read them. */
@EdgeTest
@Timeout(60)
class EdgeStreamIT {

    private static final String PATH = "/test/numbers:stream";

    @Autowired
    EdgeClient client;

    @Autowired
    Twins twins;

    @Autowired
    Streams streams;

    @Autowired
    MeterRegistry meters;

    private final List<SseClient> clients = new ArrayList<>();
    private LogTwin log;

    @BeforeEach
    void logIsUp() {
        log = twins.echo.log;
        log.up();
    }

    @AfterEach
    void leave() {
        clients.forEach(SseClient::close);
        await().until(() -> gauge("news.gateway.stream.clients") == 0);
    }

    @Test
    void answersAtOnceAndTellsWhatComesNext() {
        var earlier = open(PATH);
        earlier.heartbeat();
        log.publish("a", "before");
        assertThat(earlier.texts(1)).containsExactly("before");
        var reader = open(PATH);
        reader.heartbeat();

        long position = log.publish("a", "first");

        assertThat(reader.status()).isEqualTo(200);
        assertThat(reader.head())
                .contains("Content-Type: text/event-stream", "Cache-Control: no-store", "X-Accel-Buffering: no")
                .doesNotContain("chunked");
        assertThat(reader.next())
                .isEqualTo(new SseClient.Event(Long.toString(position), "number.counted", "{\"text\":\"first\"}"));
    }

    @Test
    void opensOneCallForAllClientsAndGivesEachWhatItsFilterPasses() {
        var all = open(PATH);
        var channel = open(PATH + "?channel=b");
        var important = open(PATH + "?minImportance=2");
        var kinds = open(PATH + "?kinds=x&kinds=y&channel=b");
        List.of(all, channel, important, kinds).forEach(SseClient::heartbeat);

        log.publish("a", 1, "x", "ax1");
        log.publish("b", 2, "z", "bz2");
        log.publish("b", 1, "y", "by1");
        log.publish("a", 3, "y", "ay3");

        assertThat(all.texts(4)).containsExactly("ax1", "bz2", "by1", "ay3");
        assertThat(channel.texts(2)).containsExactly("bz2", "by1");
        assertThat(important.texts(2)).containsExactly("bz2", "ay3");
        assertThat(kinds.texts(1)).containsExactly("by1");
        assertThat(log.calls()).isOne();
    }

    @Test
    void heartbeatsCarryThePositionThoughTheFilterPassesNothing() {
        var reader = open(PATH + "?channel=quiet");
        reader.heartbeat();

        long position = log.publish("loud", "not for it");

        await().until(() -> reader.heartbeat().id().equals(Long.toString(position)));
    }

    @Test
    void goesOnBehindTheLastEventByHeaderOrParameter() {
        var reader = open(PATH);
        reader.heartbeat();
        long first = log.publish("a", "1");
        log.publish("a", "2");
        assertThat(reader.texts(2)).containsExactly("1", "2");

        var byHeader = open(PATH, "Last-Event-ID: " + first);
        var byParameter = open(PATH + "?lastEventId=" + first);
        var byList = open(PATH + "?streamPosition=" + first);
        var headerCounts = open(PATH + "?lastEventId=" + (first - 1), "Last-Event-ID: " + first);

        for (var again : List.of(byHeader, byParameter, byList, headerCounts)) {
            assertThat(again.texts(1)).containsExactly("2");
        }
    }

    @Test
    void saysThatAnIdIsTooOldOrBeyondTheEndAndGoesOn() {
        var reader = open(PATH);
        reader.heartbeat();
        long old = log.publish("a", "old");
        log.publishMany(100, reader);
        log.forgetUntil(old);

        for (var id : List.of(old - 1, 9_000_000_000_000_000L)) {
            var lost = open(PATH, "Last-Event-ID: " + id);
            var reset = lost.next();
            assertThat(reset.type()).isEqualTo("reset");
            assertThat(reset.id()).isEqualTo(Long.toString(log.last()));
            log.publish("a", "after");
            assertThat(lost.texts(1)).containsExactly("after");
        }
    }

    @Test
    void keepsClientsWhileTheServiceIsAwayAndTellsThemWhatTheyMissed() {
        var reader = open(PATH);
        reader.heartbeat();
        log.publish("a", "before");
        assertThat(reader.texts(1)).containsExactly("before");

        log.down();
        log.publish("a", "meanwhile");
        log.up();
        log.publish("a", "after");

        assertThat(reader.texts(2)).containsExactly("meanwhile", "after");
    }

    @Test
    void letsClientsWaitWhenTheServiceIsAwayFromTheBeginning() {
        streams.stop();
        streams.start();
        log.down();
        var fresh = open(PATH);
        var resumed = open(PATH, "Last-Event-ID: " + log.last());
        assertThat(fresh.status()).isEqualTo(200);
        assertThat(resumed.heartbeat().id()).isEqualTo(Long.toString(log.last()));

        log.up();
        fresh.heartbeat();
        log.publish("a", "at last");

        assertThat(fresh.texts(1)).containsExactly("at last");
        assertThat(resumed.texts(1)).containsExactly("at last");
    }

    @Test
    void resetsEverybodyWhenTheLogFallsBack() {
        var reader = open(PATH);
        reader.heartbeat();
        long kept = log.publish("a", "kept");
        log.publish("a", "lost");
        assertThat(reader.texts(2)).containsExactly("kept", "lost");

        log.restore(kept);

        assertThat(reader.next().type()).isEqualTo("reset");
        assertThat(reader.next()).isEqualTo(SseClient.END);
        var again = open(PATH, "Last-Event-ID: " + reader.lastId());
        log.publish("a", "new");
        assertThat(again.texts(1)).containsExactly("new");
    }

    @Test
    void refusesBeforeTheStreamBegins() {
        assertThat(client.get(PATH + "?minImportance=x").errorField()).isEqualTo("minImportance");
        assertThat(client.get(PATH + "?lastEventId=nonsense").errorField()).isEqualTo("lastEventId");
        assertThat(client.get(PATH + "?lastEventId=1&streamPosition=1").errorField())
                .isEqualTo("streamPosition");
        assertThat(client.get(PATH + "?fields=id").errorField()).isEqualTo("fields");
        assertThat(client.get(PATH, "Last-Event-ID", "-3").errorField()).isEqualTo("Last-Event-ID");
        assertThat(client.get(PATH, "Accept", "application/json").status()).isEqualTo(406);
    }

    @Test
    void refusesMoreStreamsThanAnAddressMayHave() {
        for (int i = 0; i < 50; i++) {
            assertThat(open(PATH).status()).isEqualTo(200);
        }

        var refused = client.get(PATH);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isNotEmpty();
        clients.removeLast().close();
        await().until(() -> gauge("news.gateway.stream.clients") == 49);
        assertThat(open(PATH).status()).isEqualTo(200);
    }

    @Test
    void closesAClientThatTakesNothingAndNobodyElseNotices() {
        var quick = open(PATH);
        quick.heartbeat();
        var slow = new SseClient(client.port(), PATH, 4096);
        clients.add(slow);
        double before = closed("slow");
        var ballast = "x".repeat(20_000);

        var published = new ArrayList<String>();
        await().pollInterval(Duration.ofMillis(20)).until(() -> {
            published.add("%d %s".formatted(published.size(), ballast));
            log.publish("a", published.getLast());
            assertThat(quick.texts(1)).containsExactly(published.getLast());
            return closed("slow") + closed("ended") > before;
        });
    }

    @Test
    void sendsClientsAwayWhenItStopsAndOpensNoMore() {
        var reader = open(PATH);
        streams.stop();
        try {
            assertThat(reader.next()).isEqualTo(SseClient.END);
            var refused = client.get(PATH);

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.reason()).isEqualTo("UNAVAILABLE");
            assertThat(refused.header("Retry-After")).isNotEmpty();
        } finally {
            streams.start();
        }
        assertThat(open(PATH).status()).isEqualTo(200);
    }

    private SseClient open(String path, String... headers) {
        var opened = new SseClient(client.port(), path, headers);
        clients.add(opened);
        return opened;
    }

    private double gauge(String name) {
        return meters.find(name).gauges().stream()
                .mapToDouble(gauge -> gauge.value())
                .sum();
    }

    private double closed(String reason) {
        return meters.find("news.gateway.stream.closed").tag("reason", reason).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }
}
