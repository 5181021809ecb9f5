package news.platform.comment.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import news.platform.comment.policy.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {
    @Test
    void readsListsAndPolicies() {
        var rules = Rules.parse("""
                {"wordLists": {"ads": {"words": ["加微信"], "weight": 70}}, "policies": {"lives/1": "OFF"}}""");

        assertThat(rules.wordLists()).isEqualTo(Map.of("ads", new Rules.Words(List.of("加微信"), 70, 30)));
        assertThat(rules.policies()).isEqualTo(Map.of("lives/1", Mode.OFF));
        assertThat(Rules.parse("{}").wordLists()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{",
                "{\"lists\":{}}",
                "{\"wordLists\":{\"Ads!\":{\"words\":[]}}}",
                "{\"wordLists\":{\"ads\":{\"words\":[\"1\"]}}}",
                "{\"wordLists\":{\"ads\":{\"words\":[\"a\",\"a\"]}}}",
                "{\"wordLists\":{\"ads\":{\"words\":[\"a\"],\"weight\":1001}}}",
                "{\"wordLists\":{\"ads\":{\"words\":[\"a\"],\"passingWeight\":-1}}}",
                "{\"policies\":{\"comments/1\":\"PRE\"}}",
                "{\"policies\":{\"lives/1\":\"SOMETIMES\"}}"
            })
    void refusesWhatIsWrong(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> Rules.parse(json));
    }
}
