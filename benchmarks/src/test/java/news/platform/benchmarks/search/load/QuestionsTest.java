package news.platform.benchmarks.search.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuestionsTest {
    @Test
    void areWordsOfHeadlines() {
        var questions = new Questions(List.of("Fed cuts rates again", "央行宣布降息", "?"), new Random(1));

        var asked = Stream.generate(questions::question).limit(200).toList();

        assertThat(asked).contains("rates again", "降息").allSatisfy(question -> {
            assertThat("Fed cuts rates again 央行宣布降息").contains(question);
            assertThat(question).hasSizeGreaterThan(1);
        });
    }

    @Test
    void areEncoded() {
        var questions = new Questions(List.of("央行"), new Random(1));

        assertThat(questions.searches(1).getFirst().path()).isEqualTo("/api/v1/search?q=%E5%A4%AE%E8%A1%8C");
        assertThat(questions.beginnings(5)).allSatisfy(beginning -> assertThat(beginning.path())
                .startsWith("/api/v1/search:suggest?prefix=%E5%A4%AE"));
    }
}
