package news.platform.gateway.hot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import news.platform.gateway.answer.Answer;
import news.platform.gateway.hot.encoding.Compression;
import news.platform.gateway.hot.memory.HotEntry;
import news.platform.gateway.hot.memory.HotEntry.Call;
import news.platform.gateway.hot.memory.HotEntry.Use;
import news.platform.gateway.hot.memory.Lifetimes;
import news.platform.gateway.hot.memory.Lifetimes.Sort;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** For how long a failed call has the last good answer served without asking. */
@HotTest
class HotFailingTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Autowired
    private Targets targets;

    private final Lifetimes lifetimes = new Lifetimes(
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofMinutes(10));

    @Test
    void hasTheNextReaderAskWhenTheFailureIsLongPast() {
        HotEntry entry = entry();
        assertThat(entry.use(20 * SECOND, false, lifetimes)).isEqualTo(Use.NONE);

        entry.failed(20 * SECOND, SECOND);

        assertThat(entry.use(30 * SECOND - 1, false, lifetimes)).isEqualTo(Use.DEGRADED);
        assertThat(entry.use(30 * SECOND, false, lifetimes)).isEqualTo(Use.NONE);
        assertThat(entry.goodOnError(30 * SECOND, lifetimes)).isTrue();
    }

    private HotEntry entry() {
        var answer = new Answer(
                200,
                "application/json",
                Map.of(),
                new byte[0],
                "",
                Optional.empty(),
                false,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
        var key =
                Objects.requireNonNull(targets.find("/api/v1/articles/a", null)).shared();
        return new HotEntry(key, answer, Set.of(), Sort.WHOLE, new Compression(), new Call(0, 0, 0));
    }
}
