package news.platform.gateway.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityTagsTest {

    @ParameterizedTest
    @CsvSource({
        "v1, v1",
        "v1-0123456789abcdef, v1",
        "v1-0123456789abcdefg, v1",
        "v1-0123456789abcdefb, v1",
        "a-b-0123456789abcdef, a-b",
        "a-b, a-b",
        "v1-0123456789abcde, v1-0123456789abcde",
        "v1-0123456789abcdex, v1-0123456789abcdex"
    })
    void takesOurHashOff(String tag, String own) {
        assertThat(EntityTags.own(tag)).isEqualTo(own);
    }

    @Test
    void differsWithEveryByte() {
        assertThat(EntityTags.hash("a".getBytes(StandardCharsets.UTF_8)))
                .hasSize(16)
                .isNotEqualTo(EntityTags.hash("b".getBytes(StandardCharsets.UTF_8)));
        assertThat(EntityTags.of("v1", "0123", "g")).isEqualTo("\"v1-0123g\"");
        assertThat(EntityTags.of("", "0123", "")).isEqualTo("\"0123\"");
    }
}
