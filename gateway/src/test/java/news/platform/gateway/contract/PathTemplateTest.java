package news.platform.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import news.platform.gateway.contract.PathTemplate.Variable;
import news.platform.gateway.testing.SharedRows;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathTemplateTest {

    @TestFactory
    Stream<DynamicTest> refusesEverySharedInvalidTemplate() {
        return SharedRows.list("invalid-templates.json")
                .map(text -> DynamicTest.dynamicTest("\"" + text + "\"", () -> refuses(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "//",
                "/a/",
                "/:v",
                "/a:",
                "/{x",
                "/{x=**}/*",
                "/{x={y}}",
                "/{x=a/*}.xml",
                "/{x}.{y}",
                "/*.xml",
                "/a b",
                "/ä",
                "/a:b:c"
            })
    void refuses(String text) {
        assertThatThrownBy(() -> PathTemplate.parse(text))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("\"" + text + "\"")
                .hasMessageContaining("position");
    }

    @Test
    void readsVariablesAsSpans() {
        var template = PathTemplate.parse("/a/{b.c}/{d=e/*}:verb");

        assertThat(template.variables())
                .containsExactly(new Variable("b.c", 1, 2, true), new Variable("d", 2, 4, false));
        assertThat(template.verb()).isEqualTo("verb");
        assertThat(template.shape()).isEqualTo("/a/*/e/*:verb");
    }

    @Test
    void readsWhatASegmentEndsWith() {
        var template = PathTemplate.parse("/rss/{channel}.xml");

        assertThat(template.variables()).containsExactly(new Variable("channel", 1, 2, true));
        assertThat(template.shape()).isEqualTo("/rss/*.xml");
    }

    @Test
    void readsTheRoot() {
        assertThat(PathTemplate.parse("/").segments()).isEmpty();
    }
}
