package news.platform.content.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class KnownAuthorsTest {
    private static final Author ANN = new Author("u1", "Ann", "");

    private final AtomicLong nanos = new AtomicLong();
    private final KnownAuthors known = new KnownAuthors(
            new AuthorProperties(
                    Duration.ofSeconds(5), Duration.ofHours(1), 100, Duration.ofMillis(250), Duration.ofSeconds(1)),
            nanos::get);

    @Test
    void showsFreshNameWithoutAsking() {
        known.learn(ANN);
        nanos.addAndGet(Duration.ofMillis(4999).toNanos());

        assertThat(known.fresh("u1")).contains(ANN);
    }

    @Test
    void keepsNameForWorseTimes() {
        known.learn(ANN);
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());

        assertThat(known.fresh("u1")).isEmpty();
        assertThat(known.kept("u1")).contains(ANN);
    }

    @Test
    void forgetsNameInTheEnd() {
        known.learn(ANN);
        nanos.addAndGet(Duration.ofHours(1).toNanos());

        assertThat(known.kept("u1")).isEmpty();
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        var second = Duration.ofSeconds(1);

        assertThatThrownBy(() -> new AuthorProperties(Duration.ofSeconds(2), second, 1, second, second))
                .hasMessageContaining("news.content.author.fresh-for: PT2S (expected: 0 to kept-for, PT1S)");
        assertThatThrownBy(() -> new AuthorProperties(second, second, 1, Duration.ZERO, second))
                .hasMessageContaining("news.content.author.deadline");
    }
}
