package news.platform.thirdparty.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static news.platform.thirdparty.fetch.Fetches.addresses;
import static news.platform.thirdparty.fetch.Fetches.encoded;
import static news.platform.thirdparty.fetch.Fetches.failed;
import static news.platform.thirdparty.fetch.Fetches.fetcher;
import static news.platform.thirdparty.fetch.Fetches.gzip;
import static news.platform.thirdparty.fetch.Fetches.impatient;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import news.platform.thirdparty.LocalWeb;
import news.platform.thirdparty.RawServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Hosts that mean harm, or are merely broken: each costs a bounded time and memory. None of them ever ends by itself, so
 * that a fetch ends at all shows its bound.
 */
@Timeout(60)
class HostileHostTest {
    private Fetcher fetcher = fetcher(InetAddress::getAllByName);

    @AfterEach
    void close() throws IOException {
        fetcher.close();
    }

    @Test
    void stopsAtTheLimitOfAnEndlessBody() throws InterruptedException {
        try (RawServer endless = new RawServer(out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n".getBytes(UTF_8));
            while (true) {
                out.write(new byte[8192]);
            }
        })) {
            fetcher = fetcher(InetAddress::getAllByName, "127.0.0.1:" + endless.port());

            assertThat(reason(endless.uri("/"))).isEqualTo(FetchFailure.TOO_LARGE);
            assertThat(endless.clientLeft().await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void stopsAtTheLimitOfAnUnpackedBomb() {
        try (LocalWeb web = new LocalWeb()) {
            fetcher = fetcher(InetAddress::getAllByName, "127.0.0.1:" + web.port());
            web.on("/bomb", encoded("gzip", gzip(new byte[20_000_000])));
            web.on("/nested", encoded("gzip, gzip", gzip(gzip(new byte[20_000_000]))));

            assertThat(reason(web.uri("/bomb"))).isEqualTo(FetchFailure.TOO_LARGE);
            assertThat(reason(web.uri("/nested"))).isEqualTo(FetchFailure.BAD_RESPONSE);
        }
    }

    @Test
    void hangsUpOnABodyThatDrips() throws InterruptedException {
        try (RawServer dripping = new RawServer(out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n".getBytes(UTF_8));
            drip(out, "<");
        })) {
            assertTimesOut(dripping);
        }
    }

    @Test
    void hangsUpOnHeadersThatDrip() throws InterruptedException {
        try (RawServer dripping = new RawServer(out -> {
            out.write("HTTP/1.1 200 OK\r\nX-Slow: ".getBytes(UTF_8));
            drip(out, "x");
        })) {
            assertTimesOut(dripping);
        }
    }

    @Test
    void refusesEndlessHeaders() {
        try (RawServer chatty = new RawServer(out -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(UTF_8));
            while (true) {
                out.write("X-Header: value\r\n".getBytes(UTF_8));
            }
        })) {
            fetcher = fetcher(InetAddress::getAllByName, "127.0.0.1:" + chatty.port());

            assertThat(reason(chatty.uri("/"))).isEqualTo(FetchFailure.BAD_RESPONSE);
        }
    }

    @Test
    void doesNotWaitForANameServerThatHangs() {
        CountDownLatch answered = new CountDownLatch(1);
        fetcher = impatient(host -> {
            awaitQuietly(answered);
            return addresses("93.184.215.14");
        });

        FetchFailure reason = reason(URI.create("http://slow.example/"));

        assertThat(reason).isEqualTo(FetchFailure.TIMEOUT);
        assertThat(fetcher.isForbidden(URI.create("http://slow.example/"), Duration.ofMillis(50)))
                .isFalse();
        answered.countDown();
    }

    private FetchFailure reason(URI uri) {
        return failed(fetcher.fetch(FetchRequest.of(uri))).reason();
    }

    private void assertTimesOut(RawServer server) throws InterruptedException {
        fetcher = impatient(InetAddress::getAllByName, "127.0.0.1:" + server.port());

        FetchFailure reason = reason(server.uri("/"));

        assertThat(reason).isEqualTo(FetchFailure.TIMEOUT);
        assertThat(server.clientLeft().await(30, TimeUnit.SECONDS)).isTrue();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void drip(OutputStream out, String drop) throws IOException {
        while (true) {
            out.write(drop.getBytes(UTF_8));
            out.flush();
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
