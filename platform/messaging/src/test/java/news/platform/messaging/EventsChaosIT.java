package news.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Whatever dies at whatever moment: events keep the order of their subject and have their effect once, none is lost, and what
 * cannot be sent holds up nobody. Five seconds of it with the suite, as long as one likes with {@code ./news chaos events}.
 */
class EventsChaosIT {
    private static final Duration DURATION = Duration.ofSeconds(Long.getLong("news.chaos.seconds", 5));
    private static final long SEED = Long.getLong("news.chaos.seed", 1);
    private static final int SUBJECTS = 20;
    private static final int REFUSED = 10;
    private static final int TOLD = 50;
    private static final Duration LONG = Duration.ofMinutes(2);

    @Test
    void keepsOrderAndEffectWhateverDies() throws Exception {
        try (var world = new ChaosWorld(SEED, SUBJECTS)) {
            List<Duration> told = world.told(TOLD);
            world.addPoison(REFUSED);

            world.rage(DURATION);

            Map<String, Long> published = world.published();
            // what ./news chaos shows
            System.out.printf(
                    "chaos: both replicas told after %d ms, of %d times the median; at most %d ms%n",
                    told.get(TOLD / 2).toMillis(), TOLD, told.getLast().toMillis());
            System.out.printf(
                    "chaos: seed %d, done %s, %d events published%n",
                    SEED,
                    world.done(),
                    published.values().stream().mapToLong(Long::longValue).sum());
            assertThat(published.values())
                    .allSatisfy(versions -> assertThat(versions).isPositive());
            await().atMost(LONG).until(() -> world.waiting() == 0);
            await().atMost(LONG).untilAsserted(() -> assertThat(published)
                    .allSatisfy((note, last) ->
                            assertThat(world.effects(note)).hasSizeGreaterThanOrEqualTo(last.intValue())));
            assertThat(published)
                    .allSatisfy((note, last) -> assertThat(world.effects(note)).isEqualTo(upTo(last)));
            assertThat(world.letters()).isEqualTo(3 * REFUSED);
        }
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
