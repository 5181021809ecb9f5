package news.platform.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import news.platform.error.DomainException;
import news.platform.error.FieldViolation;
import news.platform.error.v1.PlatformReason;
import org.apache.coyote.BadRequestException;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.server.ResponseStatusException;

class FailuresTest {

    @Test
    void tellsNothingOfAnAccident() {
        var problem = Failures.of(new IllegalStateException("secret"));

        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.reason()).isEqualTo("INTERNAL");
        assertThat(text(problem)).doesNotContain("secret");
    }

    @Test
    void saysWhenTheKeysMayBeBack() {
        var failure =
                new DomainException(PlatformReason.KEYS_UNAVAILABLE, "Later.").retryAfter(Duration.ofMillis(2500));

        var problem = Failures.of(failure);

        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.headers()).containsEntry("Retry-After", "3");
    }

    @Test
    void knowsWhatTheLibrariesThrow() {
        assertThat(Failures.of(new ResourceAccessException("down", new IOException()))
                        .status())
                .isEqualTo(503);
        assertThat(Failures.of(new BadCredentialsException("no")).status()).isEqualTo(401);
        assertThat(Failures.of(new AccessDeniedException("no")).status()).isEqualTo(403);
        assertThat(Failures.ofStatus(431).status()).isEqualTo(431);
        assertThat(Failures.ofStatus(505).status()).isEqualTo(505);
        assertThat(Failures.ofStatus(299).status()).isEqualTo(500);
    }

    @Test
    void knowsAClientsMistakeHoweverItIsWrapped() {
        var mistakes = List.<Exception>of(
                Problem.field("a", "is wrong").asException(),
                new RequestRejectedException("no"),
                new BadRequestException("no"),
                new ResponseStatusException(HttpStatus.BAD_REQUEST));

        for (var mistake : mistakes) {
            var wrapped =
                    new ServletException(new IllegalStateException(new UncheckedIOException(new IOException(mistake))));

            assertThat(Failures.of(wrapped).status()).as(mistake.toString()).isEqualTo(400);
        }
    }

    @Test
    void endsWhereCausesGoInACircle() {
        var one = new IllegalStateException("one");
        var other = new IllegalStateException("other", one);
        one.initCause(other);

        assertThat(Failures.of(other).status()).isEqualTo(500);
    }

    @Test
    void tellsTheMethodsThatALibraryTells() {
        var problem = Failures.of(new HttpRequestMethodNotSupportedException("POST", List.of("GET")));

        assertThat(problem.status()).isEqualTo(405);
        assertThat(problem.headers()).containsEntry("Allow", "GET");
    }

    @Test
    void writesTheDocument() {
        var problem = Problem.fields(
                List.of(new FieldViolation("a", "is \"wrong\""), new FieldViolation("b", "is wrong, too")));

        assertThat(text(problem))
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,"
                        + "\"detail\":\"2 fields are outside their rules\",\"reason\":\"INVALID_FIELD\","
                        + "\"traceId\":\"0af7\",\"errors\":[{\"field\":\"a\",\"message\":\"is \\\"wrong\\\"\"},"
                        + "{\"field\":\"b\",\"message\":\"is wrong, too\"}]}");
    }

    private static String text(Problem problem) {
        return new String(problem.body("0af7"), StandardCharsets.UTF_8);
    }
}
