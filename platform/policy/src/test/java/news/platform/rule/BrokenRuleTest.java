package news.platform.rule;

import static org.assertj.core.api.Assertions.assertThat;

import build.buf.protovalidate.Validator;
import build.buf.protovalidate.ValidatorFactory;
import build.buf.protovalidate.exceptions.ValidationException;
import java.util.List;
import news.platform.probe.v1.ProbeLetter;
import news.platform.probe.v1.ProbeRules;
import org.junit.jupiter.api.Test;

class BrokenRuleTest {
    private static final String LETTERS = "one of PROBE_LETTER_A, PROBE_LETTER_B";

    private static final Validator VALIDATOR = ValidatorFactory.newBuilder().build();

    @Test
    void saysWhatWouldBeRight() throws ValidationException {
        assertThat(broken(ProbeRules.getDefaultInstance()))
                .containsExactlyInAnyOrder(
                        new BrokenRule("letter", "value is required; " + LETTERS),
                        new BrokenRule("place", "value is required; 1 to 20"));
        assertThat(broken(right().setLetterValue(7)
                        .addLetters(ProbeLetter.PROBE_LETTER_A)
                        .addLettersValue(9)
                        .build()))
                .containsExactlyInAnyOrder(
                        new BrokenRule("letter", "must be " + LETTERS),
                        new BrokenRule(
                                "letters[1]",
                                "must be one of PROBE_LETTER_UNSPECIFIED, PROBE_LETTER_A, PROBE_LETTER_B"));
    }

    @Test
    void saysInWordsWhatAPatternAsksFor() throws ValidationException {
        assertThat(broken(right().setDay("soon").addRare("common").build()))
                .containsExactlyInAnyOrder(
                        new BrokenRule("day", "must be a day, such as 2026-11-27, or empty"),
                        new BrokenRule("rare[0]", "does not match regex pattern `^rare$`"));
    }

    @Test
    void namesTheFieldThatTheRuleOfAMessageIsAbout() throws ValidationException {
        var wrong = right().setFrom(2).setTo(1).build();

        assertThat(broken(wrong)).containsExactly(new BrokenRule("from", "must be before to"));
        assertThat(broken(right().putInside("a", wrong).build()))
                .containsExactly(new BrokenRule("inside[a].from", "must be before to"));
    }

    private static ProbeRules.Builder right() {
        return ProbeRules.newBuilder().setLetter(ProbeLetter.PROBE_LETTER_B).setPlace(1);
    }

    private static List<BrokenRule> broken(ProbeRules request) throws ValidationException {
        return VALIDATOR.validate(request).getViolations().stream()
                .map(violation -> BrokenRule.of(request, violation))
                .toList();
    }
}
