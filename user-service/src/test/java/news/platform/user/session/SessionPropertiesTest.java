package news.platform.user.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionPropertiesTest {
    private static final Duration GRACE = Duration.ofSeconds(10);

    @Test
    void refusesAGraceThatHelpsThieves() {
        assertThatThrownBy(() -> new SessionProperties(Duration.ofDays(1), Duration.ofDays(2), Duration.ofSeconds(61)))
                .hasMessageContaining("refresh-grace: PT1M1S (expected: 0s to 1m)");
    }

    @Test
    void refusesAnIdleTimeLongerThanTheWhole() {
        assertThatThrownBy(() -> new SessionProperties(Duration.ofDays(2), Duration.ofDays(1), GRACE))
                .hasMessageContaining("0 < max-idle <= max-age");
    }

    @Test
    void endsASessionByDisuseOrByAge() {
        var properties = new SessionProperties(Duration.ofDays(30), Duration.ofDays(90), GRACE);
        Instant start = Instant.parse("2026-01-01T00:00:00Z");

        assertThat(properties.expireTime(start, start)).isEqualTo(start.plus(Duration.ofDays(30)));
        assertThat(properties.expireTime(start, start.plus(Duration.ofDays(80))))
                .isEqualTo(start.plus(Duration.ofDays(90)));
    }
}
