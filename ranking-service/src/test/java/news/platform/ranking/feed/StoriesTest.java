package news.platform.ranking.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StoriesTest {
    private static final Instant NOW = Instant.parse("2026-11-27T06:00:00Z");

    @Test
    void takesTheFirstOfThoseThatTellTheSame() {
        assertThat(once(
                        "Central bank leaves its policy rate unchanged",
                        "Storm closes harbours in the north",
                        "Central bank leaves policy rate unchanged again",
                        "央行宣布下调存款准备金率0.5个百分点",
                        "央行宣布:下调存款准备金率0.5个百分点"))
                .containsExactly(
                        "Central bank leaves its policy rate unchanged",
                        "Storm closes harbours in the north",
                        "央行宣布下调存款准备金率0.5个百分点");
    }

    @Test
    void takesBothOfThoseThatHaveWordsInCommonAlone() {
        assertThat(once("Central bank leaves its policy rate unchanged", "Central bank raises its policy rate sharply"))
                .hasSize(2);
        assertThat(once("央行宣布下调存款准备金率", "央行宣布开展逆回购操作")).hasSize(2);
    }

    @Test
    void takesWhatComesAgainEachDayOfFewWords() {
        assertThat(once("Morning brief", "Morning brief")).hasSize(2);
    }

    @Test
    void takesWhatWasToldDaysAgoOnceMore() {
        var title = "Central bank leaves its policy rate unchanged";

        assertThat(Stories.once(List.of(
                        new Candidate(1, title, NOW, 0), new Candidate(2, title, NOW.minus(Duration.ofDays(3)), 0))))
                .hasSize(2);
    }

    /** One word of eight changed: seven of nine in common. */
    @Test
    void missesNextToNoneThatAreAlike() {
        var titles = IntStream.range(0, 500)
                .boxed()
                .flatMap(number -> Stream.of(
                        "w%1$da w%1$db w%1$dc w%1$dd w%1$de w%1$df w%1$dg w%1$dh".formatted(number),
                        "w%1$da w%1$db w%1$dc w%1$dd w%1$de w%1$df w%1$dg x%1$d".formatted(number)))
                .toArray(String[]::new);

        assertThat(once(titles)).hasSizeBetween(500, 505);
    }

    private static List<String> once(String... titles) {
        return Stories.once(Stream.of(titles)
                        .map(title -> new Candidate(0, title, NOW, 0))
                        .toList())
                .stream()
                .map(Candidate::title)
                .toList();
    }
}
