package news.platform.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages show code that is compiled and run: each block stands in the file linked above it. */
class ExamplesTest {
    private static final Path DOCS = Repository.ROOT.resolve("docs");
    private static final Path DOCUMENT = DOCS.resolve("service-by-example.md");
    private static final Pattern BLOCK =
            Pattern.compile("\\[[^]]*]\\(([^)]+)\\):\n```(\\w+)\n(.*?)\n```", Pattern.DOTALL);
    private static final Pattern FENCE = Pattern.compile("^```\\w+$", Pattern.MULTILINE);

    @ParameterizedTest
    @ValueSource(strings = {"service-by-example.md", "events.md"})
    void everyExampleStandsInItsFile(String document) {
        var text = Repository.text(DOCS.resolve(document));

        assertThat(wrong(text)).isEmpty();
        assertThat(BLOCK.matcher(text).results().count())
                .as("blocks below a link to their file")
                .isEqualTo(FENCE.matcher(text).results().count())
                .isPositive();
    }

    @Test
    void isShort() {
        assertThat(Repository.text(DOCUMENT).lines().count()).isLessThanOrEqualTo(150);
    }

    @Test
    void catchesAnExampleThatIsNotThere() {
        assertThat(wrong("[pom](../pom.xml):\n```xml\n<artifactId>no-such-thing</artifactId>\n```"))
                .containsExactly("../pom.xml: <artifactId>no-such-thing</artifactId>");
        assertThat(wrong("[x](../no-such-file):\n```xml\n<a/>\n```")).containsExactly("../no-such-file: <a/>");
    }

    private static List<String> wrong(String text) {
        var wrong = new ArrayList<String>();
        BLOCK.matcher(text).results().forEach(block -> {
            var file = DOCUMENT.resolveSibling(block.group(1)).normalize();
            if (!Files.exists(file) || !unindented(Repository.text(file)).contains(unindented(block.group(3)))) {
                wrong.add(block.group(1) + ": "
                        + block.group(3).lines().findFirst().orElse(""));
            }
        });
        return wrong;
    }

    private static String unindented(String text) {
        return text.lines().map(String::strip).reduce("", (all, line) -> all + line + "\n");
    }
}
