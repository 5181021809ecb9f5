package news.platform.comment.declared;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import news.platform.comment.policy.Mode;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rules as JSON: {@code {"wordLists": {"ads": {"words": ["…"], "weight": 60, "passingWeight": 30}}, "policies":
 * {"articles/{id}": "PRE"}}}. The bounds are those of the endpoints that change the same.
 *
 * @param wordLists by category
 * @param policies by target
 */
record Rules(Map<String, Words> wordLists, Map<String, Mode> policies) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final Pattern CATEGORY = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern TARGET = Pattern.compile("(articles|lives)/[!-~]{1,64}");
    private static final Pattern LETTER = Pattern.compile("\\pL");
    private static final int MAX_WORDS = 5000;
    private static final int MAX_LENGTH = 50;
    private static final int MAX_WEIGHT = 1000;

    Rules {
        wordLists = Map.copyOf(Objects.requireNonNullElse(wordLists, Map.of()));
        policies = Map.copyOf(Objects.requireNonNullElse(policies, Map.of()));
        wordLists
                .keySet()
                .forEach(category -> require(CATEGORY, category, "a category: lower-case letters, digits, -"));
        policies.keySet().forEach(target -> require(TARGET, target, "a target: articles/{id} or lives/{id}"));
    }

    /**
     * A word list.
     *
     * @param weight of a word in disguise. Default: 60
     * @param passingWeight of one in passing. Default: 30
     */
    record Words(
            List<String> words,
            @Nullable Integer weight,
            @Nullable Integer passingWeight) {
        Words {
            words = List.copyOf(Objects.requireNonNullElse(words, List.of()));
            weight = Objects.requireNonNullElse(weight, 60);
            passingWeight = Objects.requireNonNullElse(passingWeight, 30);
            if (words.size() > MAX_WORDS || words.stream().distinct().count() != words.size()) {
                throw new IllegalArgumentException(words.size() + " words (expected: at most 5000, each once)");
            }
            words.forEach(word -> {
                if (word.codePointCount(0, word.length()) > MAX_LENGTH
                        || !LETTER.matcher(word).find()) {
                    throw new IllegalArgumentException(word + " (expected: a word of at most 50 characters)");
                }
            });
            for (int each : List.of(weight, passingWeight)) {
                if (each < 0 || each > MAX_WEIGHT) {
                    throw new IllegalArgumentException(each + " (expected: a weight, 0 to 1000)");
                }
            }
        }
    }

    /** @throws IllegalArgumentException where something in it is wrong */
    static Rules parse(String json) {
        try {
            return JSON.readValue(json, Rules.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    private static void require(Pattern pattern, String text, String expected) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException(text + " (expected: " + expected + ")");
        }
    }
}
