package news.platform.gateway.hot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.Status;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import news.platform.gateway.hot.Client.Got;
import news.platform.policy.PolicyFile;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An operator changes policies while readers read. */
@HotTest
class PolicyOverridesIT {

    private static final String GET = "news.platform.content.v1.ArticleService/GetArticle.";
    private static final Path FILE = folder().resolve("policies.properties");

    @LocalServerPort
    private int port;

    @Autowired
    private Newsroom newsroom;

    @Autowired
    private PolicyFile policies;

    @Autowired
    private MeterRegistry meters;

    private Client client;

    @DynamicPropertySource
    static void file(DynamicPropertyRegistry properties) {
        properties.add("news.policy.file", FILE::toString);
    }

    @BeforeEach
    void connect() {
        client = new Client(port);
        EventSource.awaitReaders(meters);
    }

    @AfterEach
    void backToTheContract() throws IOException {
        Files.deleteIfExists(FILE);
        eventually().until(() -> policies.since().isEmpty());
    }

    @Test
    void changesAgesUnderLoadAndNoRequestFails() {
        newsroom.publish("loaded", "Old");
        client.get("/api/v1/articles/loaded");
        try (var readers = new Readers("/api/v1/articles/loaded")) {
            override(GET + "cache.max-age=60s");
            eventually().until(() -> cacheControl("loaded").contains("max-age=60,"));

            override(GET + "cache.max-age=soon");
            eventually().until(() -> policies.refusals() > 0);
            assertThat(policies.lastRefusal()).hasValueSatisfying(refusal -> assertThat(refusal.text())
                    .contains("GetArticle: cache.max-age: soon (expected: a duration as 500ms or 2s)"));
            assertThat(cacheControl("loaded")).contains("max-age=60,");

            readers.more(1_000);
            assertThat(readers.failures).isEmpty();
        }
    }

    @Test
    void isTrueOfWhatIsInMemoryAlready() {
        override(GET + "cache.max-age=1h");
        eventually().until(() -> policies.since().isPresent());
        newsroom.publish("kept", "Old");
        client.get("/api/v1/articles/kept");
        newsroom.publish("kept", "New");
        assertThat(client.get("/api/v1/articles/kept").body()).contains("Old");

        override(GET + "cache.max-age=1ms\n" + GET + "cache.stale-while-revalidate=0s");

        eventually()
                .untilAsserted(() ->
                        assertThat(client.get("/api/v1/articles/kept").body()).contains("New"));
    }

    @Test
    void keepsNothingAnyMoreAtAgeZero() {
        newsroom.publish("zero", "Any");
        override(GET + "cache.max-age=0s\n" + GET + "fallback=none");
        eventually().until(() -> policies.since().isPresent());
        client.get("/api/v1/articles/zero");

        long before = newsroom.calls("zero");
        client.get("/api/v1/articles/zero");
        client.get("/api/v1/articles/zero");

        assertThat(newsroom.calls("zero")).isEqualTo(before + 2);
    }

    @Test
    void tellsTheFailureWhereTheFallbackIsSwitchedOff() {
        override(GET + "cache.max-age=1ms\n" + GET + "cache.stale-while-revalidate=0s");
        eventually().until(() -> policies.since().isPresent());
        newsroom.publish("fallback", "Last good");
        client.get("/api/v1/articles/fallback");
        newsroom.fail("fallback", Status.Code.UNAVAILABLE);
        // in its first millisecond it is fresh still
        Got degraded = eventually().until(() -> client.get("/api/v1/articles/fallback"), got -> got.maybe("X-Degraded")
                .isPresent());
        assertThat(degraded.status()).isEqualTo(200);
        assertThat(degraded.header("X-Degraded")).isEqualTo("content-service");

        override(GET + "cache.max-age=1ms\n" + GET + "cache.stale-while-revalidate=0s\n" + GET + "fallback=none");

        eventually().until(() -> client.get("/api/v1/articles/fallback").status() == 503);
    }

    private String cacheControl(String id) {
        return client.get("/api/v1/articles/" + id).header("Cache-Control");
    }

    private static ConditionFactory eventually() {
        return await().atMost(30, TimeUnit.SECONDS);
    }

    private static void override(String lines) {
        try {
            Path next = Files.writeString(FILE.resolveSibling("next"), lines);
            Files.move(next, FILE, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Path.of("target"), "policies");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Read without pause until they are closed. */
    private final class Readers implements AutoCloseable {

        private static final int READERS = 4;

        private final ConcurrentLinkedQueue<Integer> failures = new ConcurrentLinkedQueue<>();
        private final AtomicLong answers = new AtomicLong();
        private final AtomicBoolean reading = new AtomicBoolean(true);
        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

        Readers(String path) {
            for (int i = 0; i < READERS; i++) {
                threads.submit(() -> read(path));
            }
            more(100);
        }

        private void read(String path) {
            Client reader = new Client(port);
            while (reading.get()) {
                int status = reader.get(path).status();
                if (status != 200) {
                    failures.add(status);
                }
                answers.incrementAndGet();
            }
        }

        /** Waits until they have read so many more. */
        void more(long count) {
            long until = answers.get() + count;
            eventually().until(() -> answers.get() >= until);
        }

        @Override
        public void close() {
            reading.set(false);
            threads.close();
        }
    }
}
