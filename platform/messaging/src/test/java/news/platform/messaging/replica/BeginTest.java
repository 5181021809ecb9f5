package news.platform.messaging.replica;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import news.platform.event.EventTopics;
import news.platform.messaging.ReplicaHandler.Begin;
import org.junit.jupiter.api.Test;

class BeginTest {
    private static final Set<String> NOTES = Set.of("news.sample.note.v1");
    private static final EventTopics TOPICS = EventTopics.load();

    @Test
    void looksBackAsFarAsTheTopicHoldsWhatHappened() {
        check(new Begin.End(Duration.ofDays(1)), NOTES);

        check(new Begin.Recent(Duration.ofDays(1)), NOTES);
        assertThatThrownBy(() -> check(new Begin.Recent(Duration.ofDays(2)), NOTES))
                .hasMessageContaining("expected: at most its retention");
        assertThatThrownBy(() -> check(new Begin.End(Duration.ofDays(2)), NOTES))
                .hasMessage("Glance: looks back PT48H in news.sample.note.v1 (expected: at most its retention, PT24H)");
    }

    @Test
    void hasAllStateOfCompactedTopicsOnly() {
        check(new Begin.Whole(), Set.of("news.sample.pin.v1"));

        assertThatThrownBy(() -> check(new Begin.Whole(), NOTES))
                .hasMessage("Glance: news.sample.note.v1 does not hold all state (expected: compacted)");
    }

    @Test
    void knowsNoTopicThatIsNotDeclared() {
        assertThatCode(() -> check(new Begin.Positions(Map.of()), Set.of("news.sample.nothing.v1")))
                .hasMessage("Glance: no contract declares news.sample.nothing.v1");
    }

    private static void check(Begin begin, Set<String> topics) {
        ReplicaAutoConfiguration.check("Glance", begin, topics, TOPICS);
    }
}
