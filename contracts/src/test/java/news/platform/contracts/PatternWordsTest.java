package news.platform.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import build.buf.validate.FieldRules;
import build.buf.validate.ValidateProto;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.platform.rule.PatternWords;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who breaks a pattern is told in words what would be right, by an example that is. */
class PatternWordsTest {
    private static final String EXAMPLE = "such as ";

    @ParameterizedTest
    @MethodSource("patterns")
    void saysInWordsWhatAPatternAsksFor(String pattern) {
        var words = PatternWords.of(pattern);

        assertThat(words)
                .as("words in %s for %s", PatternWords.class.getName(), pattern)
                .isPresent();
        int example = words.orElseThrow().indexOf(EXAMPLE);
        if (example >= 0) {
            assertThat(words.orElseThrow().substring(example + EXAMPLE.length()).replaceFirst(", or empty$", ""))
                    .containsPattern(Pattern.compile(pattern));
        }
    }

    static Stream<String> patterns() {
        return ContractSet.now().requested().stream()
                .flatMap(message -> message.getFields().stream())
                .map(PatternWordsTest::rules)
                .map(rules -> rules.getString().getPattern())
                .filter(pattern -> !pattern.isEmpty())
                .distinct();
    }

    private static FieldRules rules(FieldDescriptor field) {
        var stated = field.getOptions().getExtension(ValidateProto.field);
        return field.isRepeated() ? stated.getRepeated().getItems() : stated;
    }
}
