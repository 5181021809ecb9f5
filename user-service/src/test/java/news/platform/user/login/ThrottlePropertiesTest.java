package news.platform.user.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import news.platform.user.login.ThrottleProperties.CodeLimits;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ThrottlePropertiesTest {
    @Test
    void hasDefaults() {
        assertThat(bind(Map.of("news.user.login.free-per-device", "5")))
                .isEqualTo(new ThrottleProperties(
                        5,
                        10,
                        20,
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(15),
                        Duration.ofDays(1),
                        Duration.ofDays(90),
                        20,
                        Duration.ofSeconds(45),
                        50,
                        Duration.ofSeconds(30),
                        new CodeLimits(5, Duration.ofHours(1), 20, Duration.ofMinutes(3))));
    }

    @Test
    void refusesImpossibleValues() {
        assertThatThrownBy(() -> bind(Map.of("news.user.login.first-delay", "1h")))
                .rootCause()
                .hasMessageContaining("0 < first-delay <= max-delay <= memory");
        assertThatThrownBy(() -> bind(Map.of("news.user.login.free-per-device", "0")))
                .rootCause()
                .hasMessageContaining("free-per-device 0");
        assertThatThrownBy(() -> bind(Map.of("news.user.login.code.per-contact", "0")))
                .rootCause()
                .hasMessageContaining("per-contact 0");
        assertThatThrownBy(() -> bind(Map.of("news.user.login.account-recovery", "40s")))
                .rootCause()
                .hasMessageContaining("at most 100 guesses an hour");
    }

    private static ThrottleProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bind("news.user.login", ThrottleProperties.class)
                .get();
    }
}
