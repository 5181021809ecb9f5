package news.platform.benchmarks.search.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import news.platform.benchmarks.load.Scenario;
import news.platform.benchmarks.search.Seeker;

/** What many readers ask: one to three words of a headline, two to four characters of a Chinese one. */
final class Questions {
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}{2,}");
    private static final Pattern WORD = Pattern.compile("[\\p{IsLatin}\\p{N}]{3,}");
    private static final int MOST_WORDS = 3;
    private static final int MOST_CHARACTERS = 4;

    private final List<String> headlines;
    private final Random random;

    Questions(List<String> headlines, Random random) {
        this.headlines = headlines.stream()
                .filter(title ->
                        HAN.matcher(title).find() || WORD.matcher(title).find())
                .toList();
        this.random = random;
    }

    /** So many searches, of which some may be the same. */
    List<Scenario> searches(int count) {
        return scenarios(count, () -> Seeker.searchPath(question()));
    }

    /** So many beginnings. */
    List<Scenario> beginnings(int count) {
        return scenarios(count, () -> {
            var question = question();
            return Seeker.suggestPath(question.substring(0, 1 + random.nextInt(question.length())));
        });
    }

    String question() {
        var title = headlines.get(random.nextInt(headlines.size()));
        var chinese = all(HAN, title);
        if (!chinese.isEmpty()) {
            var run = chinese.get(random.nextInt(chinese.size()));
            int length = Math.min(run.length(), 2 + random.nextInt(MOST_CHARACTERS - 1));
            int from = random.nextInt(run.length() - length + 1);
            return run.substring(from, from + length);
        }
        var words = all(WORD, title);
        int length = Math.min(words.size(), 1 + random.nextInt(MOST_WORDS));
        int from = random.nextInt(words.size() - length + 1);
        return String.join(" ", words.subList(from, from + length));
    }

    private static List<Scenario> scenarios(int count, Supplier<String> path) {
        var scenarios = new ArrayList<Scenario>();
        for (int at = 0; at < count; at++) {
            scenarios.add(new Scenario("search", path.get(), "", List.of(), 0));
        }
        return List.copyOf(scenarios);
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }
}
