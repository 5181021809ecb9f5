package news.platform.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rule of {@link Clocks} holds, and it catches a test that breaks it. */
class ClocksTest {
    /** The rule's own test, and those that measure only where a system property asks for figures. */
    private static final Set<String> FIGURES =
            Set.of("/ClocksTest.java", "/EdgeStreamCrowdIT.java", "/ScreeningFiguresTest.java");

    @Test
    void noTestAssertsByTheClockOnTheWall() {
        var problems = new ArrayList<String>();
        for (var file : Repository.files(".java")) {
            var name = Repository.ROOT.relativize(file).toString();
            // fixtures break rules, this rule's own test shows how
            if (name.contains("/src/test/")
                    && !name.contains("/fixture/")
                    && FIGURES.stream().noneMatch(name::endsWith)) {
                Clocks.problems(Repository.text(file)).forEach(problem -> problems.add(name + ": " + problem));
            }
        }

        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(400));",
                "assertThat(System.currentTimeMillis() - start).isLessThan(400);",
                "assertThat(Duration.between(start, Instant.now())).isLessThan(LIMIT);",
                "await().atMost(Duration.ofMillis(1300)).until(this::done);",
                "await().atMost(1, TimeUnit.SECONDS).until(this::done);",
                "assertTimeout(LIMIT, this::work);",
                "Thread.sleep(100);"
            })
    void catchesWhatDoes(String source) {
        assertThat(Clocks.problems(source)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client.check(System.nanoTime() + LIMIT.toNanos());",
                "await().atMost(Duration.ofSeconds(30)).until(this::done);",
                "await().atMost(1, TimeUnit.MINUTES).until(this::done);",
                "assertThat(Duration.between(health.lastPollTime(), health.nextPollTime())).isEqualTo(HOUR);"
            })
    void letsOtherTimesPass(String source) {
        assertThat(Clocks.problems(source)).isEmpty();
    }
}
