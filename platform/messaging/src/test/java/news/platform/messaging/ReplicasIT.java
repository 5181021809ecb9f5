package news.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.stream.IntStream;
import news.platform.sample.v1.NoteWritten;
import news.platform.test.PlatformTest;
import news.platform.test.Replicas;
import news.platform.test.event.SentEvents;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest(properties = "news.messaging.topic.partitions=3")
class ReplicasIT {
    @Autowired
    private Replicas replicas;

    @Autowired
    private SentEvents events;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void shareEventsAndHandleEachOnce() {
        var ids = IntStream.range(0, 30).mapToObj(_ -> Notes.newId()).toList();

        try (var other = replicas.another()) {
            var outbox = other.getBean(Outbox.class);
            other.getBean(TransactionTemplate.class)
                    .executeWithoutResult(_ -> ids.forEach(id -> outbox.publish(Notes.written(id, 1, "of the other"))));
            await().untilAsserted(() -> assertThat(readings()).containsAll(ids));
        }

        assertThat(readings()).filteredOn(ids::contains).doesNotHaveDuplicates();
        assertThat(ids).allSatisfy(id -> {
            assertThat(events.facts(id)).containsExactly("written 1");
            assertThat(events.of(NoteWritten.getDefaultInstance(), id))
                    .extracting(NoteWritten::getText)
                    .containsExactly("of the other");
        });
    }

    private List<String> readings() {
        return jdbc.sql("SELECT note_id FROM reading").query(String.class).list();
    }
}
