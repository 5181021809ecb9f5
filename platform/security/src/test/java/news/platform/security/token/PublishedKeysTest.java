package news.platform.security.token;

import static news.platform.security.token.TokenFixtures.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLSocketFactory;
import news.platform.error.DomainException;
import news.platform.error.Reason;
import news.platform.error.v1.PlatformReason;
import news.platform.security.Caller;
import news.platform.security.token.TokenFixtures.HandClock;
import news.platform.test.grpc.TestCertificates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublishedKeysTest {
    private static final RSAKey FIRST = TokenFixtures.rsaKey("first");
    private static final RSAKey SECOND = TokenFixtures.rsaKey("second");

    private static final SSLSocketFactory SOCKETS =
            TestCertificates.context(TestCertificates.of("content-service")).getSocketFactory();

    private final AtomicReference<String> answer = new AtomicReference<>(keys(FIRST));
    private final AtomicInteger fetches = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    private final HttpServer server;
    private final URI uri;
    private int tokens;

    PublishedKeysTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/keys");
    }

    @BeforeEach
    void start() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/keys", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
    }

    @Test
    void fetchesNothingBeforeTheFirstTokenAndThenOnce() throws Exception {
        TokenVerifier verifier = verifier(Duration.ofHours(1));
        assertThat(fetches).hasValue(0);

        verifier.verify(fresh(FIRST));
        verifier.verify(fresh(FIRST));

        assertThat(fetches).hasValue(1);
    }

    @Test
    void fetchesAgainForAKeyThatWasPublishedSince() throws Exception {
        TokenVerifier verifier = verifier(Duration.ofHours(1));
        verifier.verify(fresh(FIRST));

        answer.set(keys(FIRST, SECOND));

        assertThat(verifier.verify(fresh(SECOND)).userId()).isEqualTo("u1");
        assertThat(verifier.verify(fresh(FIRST)).userId()).isEqualTo("u1");
        assertThat(fetches).hasValue(2);
    }

    @Test
    void fetchesAtABoundedRateHoweverManyUnknownKeysAreAskedFor() throws Exception {
        TokenVerifier verifier = verifier(Duration.ofHours(1));
        verifier.verify(fresh(FIRST));

        for (int i = 0; i < 20; i++) {
            String unknown =
                    fresh(new RSAKey.Builder(SECOND).keyID("unknown-" + i).build());
            assertThatThrownBy(() -> verifier.verify(unknown)).isInstanceOf(InvalidTokenException.class);
        }

        assertThat(fetches.get()).isLessThanOrEqualTo(2);
        assertThat(verifier.verify(fresh(FIRST)).userId()).isEqualTo("u1");
    }

    @Test
    void keepsTheOldKeysWhenAFetchFails() throws Exception {
        TokenVerifier verifier = verifier(Duration.ofMillis(1));
        verifier.verify(fresh(FIRST));

        answer.set("");
        int before = fetches.get();

        await().pollInterval(Duration.ofMillis(50)).until(() -> {
            assertThat(verifier.verify(fresh(FIRST)).userId()).isEqualTo("u1");
            return fetches.get() > before;
        });
        assertThat(verifier.verify(fresh(FIRST)).userId()).isEqualTo("u1");
    }

    @Test
    void saysThatKeysAreOutOfReachRatherThanThatTheTokenIsWrong() throws Exception {
        answer.set("");
        TokenVerifier verifier = verifier(Duration.ofHours(1));

        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> verifier.verify(fresh(FIRST)))
                    .isInstanceOfSatisfying(DomainException.class, e -> assertThat(e.reason())
                            .isEqualTo(Reason.of(PlatformReason.KEYS_UNAVAILABLE)));
        }
    }

    @Test
    void verifiesAgainOnceTheKeysCanBeHad() throws Exception {
        answer.set("");
        TokenVerifier verifier = verifier(Duration.ofMillis(1));
        assertThatThrownBy(() -> verifier.verify(fresh(FIRST))).isInstanceOf(DomainException.class);

        answer.set(keys(FIRST));

        await().pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .until(() -> verifier.verify(fresh(FIRST)).userId().equals("u1"));
    }

    @Test
    void waitsForASilentIssuerNoLongerThanItsTimeLimit() throws Exception {
        answer.set("silent");
        TokenVerifier verifier = verifier(Duration.ofHours(1));

        assertThatThrownBy(() -> verifier.verify(fresh(FIRST))).isInstanceOf(DomainException.class);

        assertThat(end.getCount()).as("the issuer is still silent").isOne();
    }

    @Test
    void takesKeysThatAreNoKeysAsOutOfReach() throws Exception {
        for (String nonsense : List.of("<html>", "{}", "[]", "{\"keys\":7}", "x".repeat(100_000))) {
            answer.set(nonsense);
            TokenVerifier verifier = verifier(Duration.ofHours(1));

            assertThatThrownBy(() -> verifier.verify(fresh(FIRST))).isInstanceOf(DomainException.class);
        }
    }

    @Test
    void provesWhoItIsToAnIssuerThatAsksForIt() throws Exception {
        HttpsServer secure = TestCertificates.httpsServer(TestCertificates.of("user-service"));
        secure.createContext("/keys", this::answer);
        secure.start();

        URI address = URI.create("https://127.0.0.1:" + secure.getAddress().getPort() + "/keys");
        Caller caller = verifier(address, Duration.ofHours(1)).verify(fresh(FIRST));

        assertThat(caller.userId()).isEqualTo("u1");
        secure.stop(0);
    }

    private TokenVerifier verifier(Duration minInterval) throws Exception {
        return verifier(uri, minInterval);
    }

    private static TokenVerifier verifier(URI address, Duration minInterval) throws Exception {
        SecurityProperties properties = TokenFixtures.properties(address, minInterval, maxAge(minInterval));
        return new NimbusTokenVerifier(new PublishedKeys(properties, SOCKETS), properties, new HandClock());
    }

    private static Duration maxAge(Duration minInterval) {
        return minInterval.toMillis() > 1000 ? minInterval.multipliedBy(2) : Duration.ofMillis(1100);
    }

    /** A token that was never verified before. */
    private String fresh(RSAKey key) {
        return token(key, claims -> claims.jwtID("t" + tokens++));
    }

    private void answer(HttpExchange exchange) throws IOException {
        fetches.incrementAndGet();
        String body = answer.get();
        if (body.equals("silent")) {
            awaitEnd();
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(body.isEmpty() ? 500 : 200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void awaitEnd() throws IOException {
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static String keys(RSAKey... keys) {
        return new JWKSet(List.of(keys)).toString();
    }
}
