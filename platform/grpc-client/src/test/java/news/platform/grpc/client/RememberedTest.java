package news.platform.grpc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import news.platform.grpc.client.Remembered.Ages;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private final AtomicLong nanos = new AtomicLong();
    private final List<List<String>> asked = new ArrayList<>();
    private final Remembered<String, String> names =
            new Remembered<>(new Ages(Duration.ofSeconds(5), Duration.ofHours(1), 100), nanos::get);

    @Test
    void asksOnceForAllThatIsNotFresh() {
        names.learn("a", "Ann");

        var found = names.find(List.of("a", "b", "c", "b"), this::answer);

        assertThat(found.values()).isEqualTo(Map.of("a", "Ann", "b", "B", "c", "C"));
        assertThat(found.degraded()).isFalse();
        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst()).containsExactlyInAnyOrder("b", "c");
    }

    @Test
    void asksAgainWhenItIsNoLongerFresh() {
        names.find(List.of("a"), this::answer);
        pass(Duration.ofMillis(4999));
        names.find(List.of("a"), this::answer);
        pass(Duration.ofMillis(1));
        names.find(List.of("a"), this::answer);

        assertThat(asked).containsExactly(List.of("a"), List.of("a"));
    }

    @Test
    void showsWhatItKnowsWhileTheServiceIsAway() {
        names.learn("a", "Ann");
        pass(Duration.ofSeconds(5));

        var found = names.find(List.of("a", "b"), RememberedTest::away);

        assertThat(found.values()).isEqualTo(Map.of("a", "Ann"));
        assertThat(found.degraded()).isTrue();
    }

    @Test
    void forgetsWhatTheServiceKnowsNoMore() {
        names.learn("a", "Ann");
        pass(Duration.ofSeconds(5));

        assertThat(names.find(List.of("a"), _ -> Map.of()).values()).isEmpty();
        assertThat(names.find(List.of("a"), RememberedTest::away).values()).isEmpty();
    }

    @Test
    void forgetsInTheEnd() {
        names.learn("a", "Ann");
        pass(Duration.ofHours(1));

        assertThat(names.find(List.of("a"), RememberedTest::away).values()).isEmpty();
    }

    @Test
    void forgetsAllWhenTold() {
        names.learn("a", "Ann");
        names.forget();

        assertThat(names.find(List.of("a"), RememberedTest::away).values()).isEmpty();
    }

    @Test
    void doesNotHideThatTheServiceIsAwayFromWhoMustKnow() {
        names.learn("a", "Ann");

        assertThatThrownBy(() -> names.ask(List.of("a"), RememberedTest::away))
                .isInstanceOf(StatusRuntimeException.class);
    }

    @Test
    void refusesAgesThatMakeNoSense() {
        var second = Duration.ofSeconds(1);

        assertThatThrownBy(() -> new Ages(Duration.ofSeconds(2), second, 1))
                .hasMessage("fresh-for: PT2S (expected: 0 to kept-for, PT1S)");
        assertThatThrownBy(() -> new Ages(second, second, 0)).hasMessage("max: 0 (expected: >= 1)");
    }

    private Map<String, String> answer(List<String> keys) {
        asked.add(keys);
        return keys.stream().collect(Collectors.toMap(key -> key, key -> key.toUpperCase(Locale.ROOT)));
    }

    private static Map<String, String> away(List<String> keys) {
        throw Status.UNAVAILABLE.withDescription(String.valueOf(keys)).asRuntimeException();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
