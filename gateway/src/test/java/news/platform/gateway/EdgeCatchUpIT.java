package news.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
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

/** Clients of a stream who were away for longer than its ring holds. */
@EdgeTest
@Timeout(60)
class EdgeCatchUpIT {

    private static final String PATH = "/test/numbers:stream";

    /** As many as lead clients into the ring at once. */
    private static final int CATCH_UPS = 16;

    @Autowired
    EdgeClient client;

    @Autowired
    Twins twins;

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
        await().until(() -> log.calls() <= 1);
    }

    @Test
    void catchesUpFromBeyondTheRingByOneCallForEachId() {
        var reader = open(PATH);
        reader.heartbeat();
        long start = log.publish("a", "start");
        log.publishMany(200, reader);
        int before = log.asked.size();
        log.mostCalls();

        var late = IntStream.range(0, 20)
                .mapToObj(_ -> open(PATH, "Last-Event-ID: " + start))
                .toList();

        for (var again : late) {
            assertThat(again.texts(200)).first().isEqualTo("n0");
        }
        log.publish("a", "next");
        for (var again : late) {
            assertThat(again.texts(1)).containsExactly("next");
        }
        assertThat(log.asked.subList(before, log.asked.size())).contains(start);
        assertThat(log.mostCalls()).isLessThanOrEqualTo(17);
        await().until(() -> log.calls() == 1);
    }

    /** What they take is too much for a client that takes nothing, and far too little for those who wait behind them. */
    @Test
    void waitsForNobodyWhoTakesALittleAtATime() {
        var reader = open(PATH);
        reader.heartbeat();
        var ids = IntStream.range(0, CATCH_UPS)
                .mapToObj(_ -> log.publish("a", "id"))
                .toList();
        long last = log.publish("a", "last");
        for (int number = 0; number < 100; number++) {
            log.publish("a", "x".repeat(20_000));
            reader.texts(1);
        }
        log.publishMany(100, reader);
        var slow = ids.stream().map(id -> open(4096, "Last-Event-ID: " + id)).toList();
        await().until(() -> log.calls() == 1 + CATCH_UPS);

        var waiting = open(PATH, "Last-Event-ID: " + last);
        var caughtUp = CompletableFuture.supplyAsync(() -> waiting.texts(200));

        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    slow.forEach(one -> one.takeBytes(1000));
                    return caughtUp.isDone();
                });
        assertThat(caughtUp.join()).contains("n0", "n99");
    }

    private SseClient open(String path, String... headers) {
        return keep(new SseClient(client.port(), path, headers));
    }

    private SseClient open(int receiveBuffer, String... headers) {
        return keep(new SseClient(client.port(), PATH, receiveBuffer, headers));
    }

    private SseClient keep(SseClient opened) {
        clients.add(opened);
        return opened;
    }
}
