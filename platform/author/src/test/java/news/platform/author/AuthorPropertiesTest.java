package news.platform.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import news.platform.grpc.client.Remembered.Ages;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AuthorPropertiesTest {
    @Test
    void keepsNamesForAnHourAndAsksAgainAfterFiveSecondsUnlessToldOtherwise() {
        assertThat(bound(Map.of()))
                .isEqualTo(new AuthorProperties(
                        new Ages(Duration.ofSeconds(5), Duration.ofHours(1), 20_000),
                        Duration.ofMillis(250),
                        Duration.ofSeconds(1)));
        assertThat(bound(Map.of("news.author.names.fresh-for", "0s")).names().freshFor())
                .isZero();
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertThatThrownBy(() -> bound(Map.of("news.author.deadline", "0s")))
                .rootCause()
                .hasMessage("news.author.deadline: PT0S (expected: > 0)");
        assertThatThrownBy(() -> bound(Map.of("news.author.names.fresh-for", "2h")))
                .hasMessageContaining("news.author.names")
                .rootCause()
                .hasMessage("fresh-for: PT2H (expected: 0 to kept-for, PT1H)");
    }

    private static AuthorProperties bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("news.author", AuthorProperties.class);
    }
}
