package news.platform.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.platform.edge.v1.CachePolicy;
import news.platform.edge.v1.MethodPolicy;
import news.platform.edge.v1.Purge;
import news.platform.edge.v1.StreamFilter;
import news.platform.edge.v1.StreamPolicy;
import news.platform.edge.v1.Substitute;
import news.platform.event.v1.EventType;
import news.platform.event.v1.Topic;
import org.junit.jupiter.api.Test;

/**
 * Every field of the options is read by the code that acts by it. Carrying a field or checking it is not reading:
 * {@code Policy} and the rules beside it do not count.
 */
class NothingDecorativeTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().resolve("..").normalize();
    private static final List<String> CARRIERS =
            List.of("Policy.java", "CacheRules.java", "PolicyRules.java", "StreamRules.java");

    @Test
    void everyFieldOfTheOptionsIsReadBySomething() {
        var code = code();

        assertThat(unread(MethodPolicy.getDescriptor(), "policy(\\(\\))?\\s*\\.%s\\(\\)", code))
                .isEmpty();
        assertThat(unread(CachePolicy.getDescriptor(), "rules(\\(\\))?\\s*\\.%s\\(\\)", code))
                .isEmpty();
        for (var option : List.of(
                StreamPolicy.getDescriptor(),
                StreamFilter.getDescriptor(),
                Purge.getDescriptor(),
                Substitute.getDescriptor(),
                EventType.getDescriptor(),
                Topic.getDescriptor())) {
            assertThat(unread(option, "\\.(get|is)(?i:%s)(List)?\\(\\)|(?i:::get%1$s)\\b", code))
                    .isEmpty();
        }
    }

    @Test
    void aFieldThatNothingReadsIsFound() {
        assertThat(unread(StreamPolicy.getDescriptor(), "\\.get(?i:%s)\\(\\)", "stream.getIdField()"))
                .contains("event_field")
                .doesNotContain("id_field");
    }

    private static List<String> unread(Descriptor option, String reader, String code) {
        return option.getFields().stream()
                .filter(field -> !Pattern.compile(reader.formatted(camel(field)))
                        .matcher(code)
                        .find())
                .map(FieldDescriptor::getName)
                .toList();
    }

    private static String camel(FieldDescriptor field) {
        return field.getJsonName();
    }

    private static String code() {
        try (var files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> ROOT.relativize(file).toString().contains("src/main/java"))
                    .filter(file -> !CARRIERS.contains(file.getFileName().toString()))
                    .map(NothingDecorativeTest::text)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
