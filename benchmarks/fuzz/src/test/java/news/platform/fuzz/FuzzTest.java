package news.platform.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import news.platform.fuzz.contract.Operations;
import news.platform.fuzz.request.Known;
import org.junit.jupiter.api.Test;

class FuzzTest {
    private static final String PROBLEM = "{\"status\":%d,\"reason\":\"R\",\"traceId\":\"1\"}";

    @Test
    void findsWhatAServerCannotBearAndShowsTheLeastOfIt() {
        try (var server = new BareServer(request -> request.contains("\u0080\u0085") ? problem(500) : problem(400))) {
            var findings = run(server, 1500).findings();

            assertThat(findings).isNotEmpty();
            assertThat(findings).allSatisfy(finding -> {
                assertThat(finding.what()).startsWith("status 500; ").contains("80-9f");
                assertThat(finding.request()).contains("\\x80\\x85").doesNotContain("traceparent: 00-");
            });
        }
    }

    @Test
    void findsNothingInAServerThatRefusesEverythingAsItShould() {
        try (var server = new BareServer(_ -> problem(400))) {
            var outcome = run(server, 400);

            assertThat(outcome.findings()).isEmpty();
            assertThat(outcome.requests()).isEqualTo(400);
        }
    }

    @Test
    void countsSuccessesByOperation() {
        try (var refusing = new BareServer(_ -> problem(400));
                var answering = new BareServer(_ -> answer(200, "application/json", "{}"))) {
            assertThat(run(refusing, 100).operations().values())
                    .allSatisfy(asked -> assertThat(asked.successes()).isZero());
            assertThat(run(answering, 100).operations().values())
                    .allSatisfy(asked -> assertThat(asked.successes()).isEqualTo(asked.requests()));
        }
    }

    @Test
    void findsAServerThatHangsUp() {
        try (var server = new BareServer(_ -> "")) {
            assertThat(run(server, 20).findings())
                    .anySatisfy(finding -> assertThat(finding.what()).startsWith("closed without an answer"));
        }
    }

    private static Outcome run(BareServer server, long count) {
        var setting = new Setting(
                server.port(),
                1,
                List.of(Operations.CONTRACT),
                _ -> true,
                Known.NOTHING,
                _ -> "eyJh.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
                4,
                List.of("127.0.0.1"));
        return new Fuzz(setting).run(count, Duration.ofMinutes(2), _ -> {});
    }

    private static String problem(int status) {
        return answer(status, "application/problem+json", PROBLEM.formatted(status));
    }

    private static String answer(int status, String type, String body) {
        return "HTTP/1.1 %d \r\nContent-Type: %s\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(status, type, body.length(), body);
    }
}
