package news.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import build.buf.protovalidate.Validator;
import build.buf.protovalidate.ValidatorFactory;
import build.buf.protovalidate.Violation;
import build.buf.protovalidate.exceptions.ValidationException;
import java.util.List;
import java.util.stream.IntStream;
import news.platform.probe.v1.ProbeLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rule of the contract and what is made of texts that nobody can be told of say the same. */
class LinesTest {
    private static final Validator VALIDATOR = ValidatorFactory.newBuilder().build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ann",
                "财联社 7×24",
                "Zoë O’Neill-Müller",
                "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
                "\u0915\u094d\u200d\u0937",
                "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
                "\u2764\ufe0f\u200d\ud83d\udd25",
                "\u2122\ufe0f 1\ufe0f\u20e3",
                "\u845b\udb40\udd00\u98fe",
                "!",
                ""
            })
    void acceptsWhatPeopleAreCalled(String text) throws ValidationException {
        assertThat(violations(text)).isEmpty();
        assertThat(Lines.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u3000", "\u00a0", "\u2800", " \u2800\u00a0", "\u0301"})
    void seesNothingInBlanks(String text) throws ValidationException {
        assertThat(violations(text)).containsExactly("string.line.visible");
        assertThat(Lines.of(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200b",
                "\u202e",
                "\u2066",
                "\u200e",
                "\ufeff",
                "\u00ad",
                "\u3164",
                "\u200d",
                "\u200c",
                "\r",
                "\n",
                "\t",
                "\u0085",
                "\u2028",
                "\u061c",
                "\u034f",
                "\u2063",
                "\ufe0f",
                "\ufe00",
                "\udb40\udd00",
                "\ufffc",
                "\uffff",
                "\ufdd0",
                "\udb40\udc41"
            })
    void refusesOrTakesOutWhatHides(String hidden) throws ValidationException {
        for (String text : List.of(hidden, "A" + hidden + "nn", "Ann" + hidden, hidden + "Ann")) {
            assertThat(violations(text)).contains("string.line.characters");
            assertThat(violations(Lines.of(text))).isEmpty();
            assertThat(Lines.of(text)).doesNotContain(hidden);
        }
    }

    @Test
    void takesOutJoinersThatJoinNothing() throws ValidationException {
        assertThat(violations("\u0645\u200c")).isNotEmpty();
        assertThat(violations("\u0645\u200c\u200c\u06cc")).isNotEmpty();
        assertThat(Lines.of("\u0645\u200c")).isEqualTo("\u0645");
        assertThat(Lines.of("\u0645\u200c\u200c\u06cc")).isEqualTo("\u0645\u200c\u06cc");
        assertThat(Lines.of("\u0645\u200c \u06cc")).isEqualTo("\u0645 \u06cc");
    }

    @Test
    void spellsOneNameOneWay() {
        assertThat(Lines.of("  Zoe\u0308 \u00a0\r\n Smith\u3000")).isEqualTo("Zo\u00eb Smith");
        assertThat(Lines.of("Zoe\u200b\u0308")).isEqualTo("Zo\u00eb");
    }

    /** So that a title which was made fit is never refused by the next service. */
    @Test
    void makesOfEveryCharacterWhatTheRuleAccepts() throws ValidationException {
        for (int start = 0; start <= Character.MAX_CODE_POINT; start += 0x400) {
            var block = new StringBuilder();
            IntStream.range(start, start + 0x400)
                    .filter(codePoint -> Character.getType(codePoint) != Character.SURROGATE)
                    .forEach(codePoint -> block.append('a').appendCodePoint(codePoint));

            assertThat(violations(Lines.of(block + "a"))).as("from U+%X", start).isEmpty();
        }
    }

    private static List<String> violations(String text) throws ValidationException {
        return VALIDATOR.validate(ProbeLine.newBuilder().setLine(text).build()).getViolations().stream()
                .map(Violation::toProto)
                .map(build.buf.validate.Violation::getRuleId)
                .toList();
    }
}
