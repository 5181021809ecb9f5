package news.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.Status;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import news.platform.messaging.RecallsIT.Shelf;
import news.platform.sample.v1.NoteTorn;
import news.platform.sample.v1.NoteWritten;
import news.platform.test.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** What is recalled right after it was published, while one partition lags far behind the others. */
@PlatformTest(properties = "news.messaging.topic.partitions=3")
@Import(RecallsIT.Shelves.class)
class RecallsIT {
    /** As many as one likes with {@code -Dnews.test.recalls=N}. */
    private static final int PAIRS = Integer.getInteger("news.test.recalls", 1000);

    private static final int BATCH = 100;
    private static final Duration LONG = Duration.ofSeconds(60 + PAIRS / 50);

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Shelf shelf;

    @Autowired
    private MeterRegistry meters;

    @Test
    void areNeverAppliedBeforeTheirPublication() {
        transaction.executeWithoutResult(_ -> outbox.publish(Notes.written(shelf.stuck, 1, "waits for what is away")));
        await().until(() -> waiting() == 1);
        List<String> notes =
                IntStream.range(0, PAIRS).mapToObj(_ -> Notes.newId()).toList();

        for (int from = 0; from < PAIRS; from += BATCH) {
            List<String> batch = notes.subList(from, Math.min(PAIRS, from + BATCH));
            transaction.executeWithoutResult(_ -> batch.forEach(note -> {
                outbox.publish(Notes.written(note, 1, "published"));
                outbox.publish(Notes.torn(note, 2));
            }));
        }

        // two of three partitions go on
        await().atMost(LONG).until(() -> shelf.recalled.size() > PAIRS / 2);
        assertThat(shelf.recalled.size()).isLessThan(PAIRS);
        shelf.away = false;
        await().atMost(LONG).until(() -> shelf.recalled.containsAll(notes));
        assertThat(shelf.tooEarly).hasValue(0);
    }

    private double waiting() {
        return meters.get("news.event.waiting").tag("handler", "Shelf").gauge().value();
    }

    /** What is to be read, and what was taken away; each partition in a thread of its own. */
    static final class Shelf implements EventHandler {
        final String stuck = Notes.newId();
        final Set<String> published = ConcurrentHashMap.newKeySet();
        final Set<String> recalled = ConcurrentHashMap.newKeySet();
        final AtomicInteger tooEarly = new AtomicInteger();
        volatile boolean away = true;

        @Override
        public Takes takes() {
            return Takes.of(NoteWritten.class, this::publish).and(NoteTorn.class, this::recall);
        }

        @Override
        public int concurrency() {
            return 3;
        }

        private void publish(NoteWritten event, EventContext context) {
            if (away && event.getNoteId().equals(stuck)) {
                throw Status.UNAVAILABLE.asRuntimeException();
            }
            published.add(event.getNoteId());
        }

        private void recall(NoteTorn event, EventContext context) {
            if (!published.contains(event.getNoteId())) {
                tooEarly.incrementAndGet();
            }
            recalled.add(event.getNoteId());
        }
    }

    @TestConfiguration
    static class Shelves {
        @Bean
        Shelf shelf() {
            return new Shelf();
        }
    }
}
