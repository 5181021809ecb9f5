package news.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.stream.IntStream;
import news.platform.messaging.NotesApplication.ViewCounts;
import news.platform.messaging.signal.Signals;
import news.platform.sample.v1.NoteViewed;
import news.platform.test.PlatformTest;
import news.platform.test.Replicas;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest(properties = "news.messaging.topic.partitions=3")
class SignalsIT {
    private static final int MANY = 50_000;
    private static final Duration LONG = Duration.ofSeconds(60);

    @Autowired
    private Signals signals;

    @Autowired
    private ViewCounts counts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Replicas replicas;

    @Autowired
    private MeterRegistry meters;

    private final String note = Notes.newId();

    /** The first one makes the topic known. */
    @BeforeEach
    void isConnected() {
        await().until(() -> {
            view(note);
            return views() > 0;
        });
    }

    @Test
    void countsWhatTheTopicHoldsAlsoWhenAReplicaEndsInBetween() {
        try (var _ = replicas.another()) {
            IntStream.range(0, MANY / 2).forEach(_ -> view(note));
            await().atMost(LONG).until(() -> views() > MANY / 4);
        }
        IntStream.range(0, MANY / 2).forEach(_ -> view(note));

        await().atMost(LONG).untilAsserted(() -> assertThat(total()).isEqualTo(counted("sent")));
        assertThat(counted("sent") + counted("dropped")).isGreaterThan(MANY);
    }

    @Test
    void aBatchThatFailedHasItsEffectOnce() {
        counts.failing.set(2);
        IntStream.range(0, 1000).forEach(_ -> view(note));

        await().atMost(LONG).until(() -> counts.failing.get() == 0);
        await().atMost(LONG).untilAsserted(() -> assertThat(total()).isEqualTo(counted("sent")));
    }

    private void view(String id) {
        signals.send(NoteViewed.newBuilder().setNoteId(id).build(), "reader-1");
    }

    private long views() {
        return jdbc.sql("SELECT coalesce(sum(views), 0) FROM note_view WHERE note_id = :note")
                .param("note", note)
                .query(Long.class)
                .single();
    }

    private long total() {
        return jdbc.sql("SELECT coalesce(sum(views), 0) FROM note_view")
                .query(Long.class)
                .single();
    }

    private long counted(String what) {
        return (long) meters.get("news.signal." + what).counter().count();
    }
}
