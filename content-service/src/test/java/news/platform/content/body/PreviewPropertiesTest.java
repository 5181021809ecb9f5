package news.platform.content.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PreviewPropertiesTest {
    @Test
    void showsThreeTenthsThreeHundredCharactersAndThreeBlocksUnlessToldOtherwise() {
        assertThat(bound(Map.of())).isEqualTo(new PreviewProperties(0.3, 300, 3));
        assertThat(bound(Map.of(
                        "news.content.preview.share", "0.1",
                        "news.content.preview.max-characters", "500",
                        "news.content.preview.max-blocks", "7")))
                .isEqualTo(new PreviewProperties(0.1, 500, 7));
    }

    @ParameterizedTest
    @CsvSource({
        "share, 1, < 1",
        "share, -0.1, >= 0",
        "share, NaN, >= 0",
        "max-characters, -1, >= 0",
        "max-blocks, -1, >= 0"
    })
    void refusesBoundsThatAreNone(String name, String value, String expected) {
        assertThatThrownBy(() -> bound(Map.of("news.content.preview." + name, value)))
                .rootCause()
                .hasMessageStartingWith("news.content.preview." + name + ": ")
                .hasMessageContaining(expected);
    }

    private static PreviewProperties bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("news.content.preview", PreviewProperties.class);
    }
}
