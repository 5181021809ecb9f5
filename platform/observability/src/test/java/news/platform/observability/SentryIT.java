package news.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import news.platform.error.FailureReporter;
import news.platform.test.PlatformTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@PlatformTest(properties = "spring.application.name=observed")
class SentryIT {
    private static final Collector SENTRY = new Collector(200);

    @Autowired
    private FailureReporter reporter;

    @DynamicPropertySource
    static void dsn(DynamicPropertyRegistry properties) {
        properties.add("sentry.dsn", () -> "http://key@127.0.0.1:" + SENTRY.port() + "/1");
    }

    @AfterAll
    static void stop() {
        SENTRY.close();
    }

    @Test
    void reportsAFailureWithReleaseAndTraceButNothingPersonal() {
        try (var _ = MDC.putCloseable("traceId", "4bf92f3577b34da6a3ce929d0e0e4736")) {
            reporter.report(new IllegalStateException("broken"), "news.platform.sample.v1.NoteService/GetNote");
        }

        await().until(() -> SENTRY.bodies().stream().anyMatch(body -> body.contains("broken")));
        assertThat(String.join("", SENTRY.bodies()))
                .contains("IllegalStateException")
                .contains("NoteService/GetNote")
                .contains("\"release\":\"observed@")
                .contains("4bf92f3577b34da6a3ce929d0e0e4736")
                .doesNotContain("ip_address", "email", "cookies");
    }
}
