package news.platform.user.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SessionPropertiesTest {
    @Test
    void hasDefaults() {
        assertThat(bind(Map.of("news.user.session.throttle.free-per-device", "5")))
                .isEqualTo(new ThrottleProperties(
                        5,
                        20,
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(15),
                        Duration.ofDays(1),
                        Duration.ofDays(90),
                        50,
                        Duration.ofSeconds(30)));
    }

    @Test
    void refusesImpossibleValues() {
        assertThatThrownBy(() -> bind(Map.of("news.user.session.throttle.first-delay", "1h")))
                .rootCause()
                .hasMessageContaining("0 < first-delay <= max-delay <= memory");
        assertThatThrownBy(() -> bind(Map.of("news.user.session.throttle.free-per-device", "0")))
                .rootCause()
                .hasMessageContaining("free-per-device 0");
        assertThatThrownBy(() -> new SessionProperties(Duration.ofDays(2), Duration.ofDays(1)))
                .hasMessageContaining("0 < max-idle <= max-age");
    }

    @Test
    void endsASessionByDisuseOrByAge() {
        var properties = new SessionProperties(Duration.ofDays(30), Duration.ofDays(90));
        Instant start = Instant.parse("2026-01-01T00:00:00Z");

        assertThat(properties.expireTime(start, start)).isEqualTo(start.plus(Duration.ofDays(30)));
        assertThat(properties.expireTime(start, start.plus(Duration.ofDays(80))))
                .isEqualTo(start.plus(Duration.ofDays(90)));
    }

    private static ThrottleProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bind("news.user.session.throttle", ThrottleProperties.class)
                .get();
    }
}
