package news.platform.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import news.platform.messaging.CloudEvent;
import news.platform.messaging.EventContext;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

/** One topic of one partition, one of which nobody knows how many it has, and one of very many. */
class HeldPartitionsTest {
    private static final String NARROW = "narrow";
    private static final String UNKNOWN = "unknown";
    private static final String WIDE = "wide";

    private final HeldPartitions held = new HeldPartitions(HeldPartitionsTest::partitions, Duration.ofMillis(1));
    private final List<OutboxRow> settled = new ArrayList<>();

    @Test
    void holdTheOthersOfAPartitionWhoseRowIsNotConfirmed() {
        var confirmation = new CompletableFuture<Void>();
        await(row(NARROW, "a"), confirmation);

        assertThat(held.holds(row(NARROW, "b"))).isTrue();
        assertThat(held.holds(row(WIDE, "b"))).isFalse();
        assertThat(settled).isEmpty();
        assertThat(held.mayTryAgain()).isFalse();

        held.beginPass();
        assertThat(held.holds(row(NARROW, "b"))).isTrue();

        confirmation.complete(null);
        held.landed((row, _) -> settled.add(row));
        assertThat(settled).extracting(OutboxRow::key).containsExactly("narrow a");
    }

    @Test
    void letNothingGoBeforeThePassIsOver() {
        held.hold(row(NARROW, "a"));

        assertThat(held.holds(row(NARROW, "b"))).isTrue();
        assertThat(held.mayTryAgain()).isTrue();

        held.beginPass();
        assertThat(held.holds(row(NARROW, "b"))).isFalse();
        assertThat(held.isEmpty()).isTrue();
    }

    @Test
    void doNotHoldOtherPartitionsOfATopic() {
        held.hold(row(WIDE, "a"));

        assertThat(held.holds(row(WIDE, "a"))).isTrue();
        assertThat(held.holds(row(WIDE, "b"))).isFalse();
    }

    @Test
    void areAllOfATopicOfWhichNothingIsKnown() {
        held.hold(row(UNKNOWN, "a"));

        assertThat(held.holds(row(UNKNOWN, "b"))).isTrue();
        assertThat(held.holds(row(NARROW, "b"))).isFalse();
    }

    private void await(OutboxRow row, CompletableFuture<?> result) {
        Map<OutboxRow, CompletableFuture<?>> results = new LinkedHashMap<>();
        results.put(row, result);
        held.await(results, (one, _) -> settled.add(one));
    }

    private static int partitions(String topic) {
        return switch (topic) {
            case NARROW -> 1;
            case WIDE -> 1_000_000;
            default -> throw new KafkaException("the broker is away");
        };
    }

    private static OutboxRow row(String topic, String subject) {
        var context = new EventContext("event", "news.sample.note.written.v1", subject, 1, Instant.EPOCH);
        return new OutboxRow(1, topic, new CloudEvent(context, new byte[0]), null, false);
    }
}
