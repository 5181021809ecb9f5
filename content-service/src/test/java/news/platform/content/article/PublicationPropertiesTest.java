package news.platform.content.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PublicationPropertiesTest {
    @Test
    void looksTwiceEachSecondUnlessToldOtherwise() {
        assertThat(bound(Map.of()).interval()).isEqualTo(Duration.ofMillis(500));
        assertThat(bound(Map.of("news.content.publication.interval", "2s")).interval())
                .isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void refusesIntervalThatIsNone() {
        assertThatThrownBy(() -> bound(Map.of("news.content.publication.interval", "0s")))
                .rootCause()
                .hasMessage("news.content.publication.interval: PT0S (expected: > 0)");
    }

    private static PublicationProperties bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("news.content.publication", PublicationProperties.class);
    }
}
