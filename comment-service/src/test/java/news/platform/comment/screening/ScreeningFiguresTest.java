package news.platform.comment.screening;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.platform.test.TrialData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.core.io.ClassPathResource;

/**
 * What the shipped lists find among labelled comments, and how long that takes: figures, not a verdict, written to
 * target/screening.md with {@code -Dnews.test.figures=true}.
 */
@EnabledIfSystemProperty(named = "news.test.figures", matches = "true")
class ScreeningFiguresTest {
    private static final int HELD = 50;
    private static final int ROUNDS = 20_000;
    private static final Pattern LIST =
            Pattern.compile("\\('([a-z]+)', (\\d+), (\\d+), array\\[(.*?)]", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("'([^']*)'");

    private final WordFinder finder = new WordFinder(shipped(), new Letters());

    @Test
    void ofLabelledCommentsAndOfTheTimeItTakes() throws IOException {
        var page = new StringBuilder("| class | comments | held back | share |\n|---|--:|--:|--:|\n");
        var json = new ObjectMapper();
        var comments = new ArrayList<JsonNode>();
        for (var line : Files.readAllLines(TrialData.require("open/comments-en-moderation.jsonl"))) {
            comments.add(json.readTree(line));
        }
        int caught = 0;
        int rightly = 0;
        for (var label : List.of("hate", "offensive", "neither")) {
            var texts = comments.stream()
                    .filter(comment -> comment.path("label").asText().equals(label))
                    .map(comment -> comment.path("text").asText())
                    .toList();
            int held = (int) texts.stream().filter(this::held).count();
            caught += held;
            rightly += label.equals("neither") ? 0 : held;
            page.append("| %s | %d | %d | %.2f |\n".formatted(label, texts.size(), held, (double) held / texts.size()));
        }
        page.append("\nPrecision of hate and offensive together %.2f.\n\n".formatted((double) rightly / caught));
        page.append("| text of 500 characters | µs, median | µs, 99 of 100 |\n|---|--:|--:|\n");
        for (var text : List.of("美联储维持利率不变，市场预期明年降息。", "The central bank left its rate where it was, as forecast. ")) {
            page.append(time(text.repeat(40).substring(0, 500)));
        }

        Files.writeString(Path.of("target/screening.md"), page);
        assertThat(page).isNotEmpty();
    }

    private boolean held(String text) {
        return finder.find(text).score() >= HELD;
    }

    private String time(String text) {
        long[] nanos = new long[ROUNDS];
        int found = 0;
        for (int warm = 0; warm < 2; warm++) {
            for (int round = 0; round < ROUNDS; round++) {
                long begin = System.nanoTime();
                found += finder.find(text).score();
                nanos[round] = System.nanoTime() - begin;
            }
        }
        Arrays.sort(nanos);
        return "| %s… | %.1f | %.1f |\n"
                .formatted(
                        text.substring(0, 12), nanos[ROUNDS / 2] / 1000.0 + found, nanos[ROUNDS / 100 * 99] / 1000.0);
    }

    /** As the migration has them. */
    private static List<WordList> shipped() {
        try {
            var sql = new ClassPathResource("db/migration/V005__create_word_list.sql")
                    .getContentAsString(StandardCharsets.UTF_8);
            return LIST.matcher(sql)
                    .results()
                    .map(list -> new WordList(
                            list.group(1),
                            Integer.parseInt(list.group(2)),
                            Integer.parseInt(list.group(3)),
                            Stream.of(list.group(4))
                                    .flatMap(words -> WORD.matcher(words).results())
                                    .map(word -> word.group(1))
                                    .toList(),
                            1,
                            Instant.EPOCH))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
