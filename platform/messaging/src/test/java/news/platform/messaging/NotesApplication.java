package news.platform.messaging;

import io.grpc.Status;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import news.platform.messaging.signal.BatchEventHandler;
import news.platform.sample.v1.NoteViewed;
import news.platform.sample.v1.NoteWritten;
import news.platform.sample.v1.PinMoved;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The smallest service that publishes events and takes them in each way that there is. */
@SpringBootApplication
class NotesApplication {

    /** Remembers what it was given in a table, and can be made to fail. */
    @Component
    static class Reader implements EventHandler {
        /** Texts that cannot be read for now. */
        final Set<String> unreadable = ConcurrentHashMap.newKeySet();

        /** Texts whose reading needs what is away. */
        final Set<String> awaited = ConcurrentHashMap.newKeySet();

        final Map<String, EventContext> contexts = new ConcurrentHashMap<>();
        final Map<String, String> traces = new ConcurrentHashMap<>();

        private final JdbcClient jdbc;
        private final Tracer tracer;

        Reader(JdbcClient jdbc, Tracer tracer) {
            this.jdbc = jdbc;
            this.tracer = tracer;
        }

        @Override
        public Takes takes() {
            return Takes.of(NoteWritten.class, this::read);
        }

        @Override
        public boolean together() {
            return true;
        }

        @Override
        public void clear() {
            jdbc.sql("DELETE FROM reading").update();
        }

        private void read(NoteWritten event, EventContext context) {
            jdbc.sql("INSERT INTO reading (note_id, version, text) VALUES (:id, :version, :text)")
                    .param("id", event.getNoteId())
                    .param("version", event.getVersion())
                    .param("text", event.getText())
                    .update();
            if (awaited.contains(event.getText())) {
                throw Status.UNAVAILABLE.asRuntimeException();
            }
            if (unreadable.contains(event.getText())) {
                throw new IllegalStateException("cannot read \"" + event.getText() + "\"");
            }
            contexts.put(event.getNoteId(), context);
            Span span = tracer.currentSpan();
            if (span != null) {
                traces.put(event.getNoteId(), span.context().traceId());
            }
        }
    }

    /** Announces notes while they are new; somebody must be there to hear it. */
    @Component
    static class Announcer implements EventHandler {
        final AtomicBoolean away = new AtomicBoolean();
        final Queue<String> announced = new ConcurrentLinkedQueue<>();

        @Override
        public Takes takes() {
            return Takes.of(NoteWritten.class, this::announce);
        }

        @Override
        public From from() {
            return new From.Now(Duration.ofMinutes(1));
        }

        private void announce(NoteWritten event, EventContext context) {
            if (away.get()) {
                throw Status.UNAVAILABLE.asRuntimeException();
            }
            announced.add(event.getNoteId());
        }
    }

    /** What a replica has in memory of notes. */
    @Component
    static class Glance implements ReplicaHandler {
        /** When each was seen, by {@code System.nanoTime()}. */
        final Map<String, Long> seen = new ConcurrentHashMap<>();

        final AtomicInteger gaps = new AtomicInteger();

        @Override
        public Takes takes() {
            return Takes.of(NoteWritten.class, this::see);
        }

        @Override
        public void gap() {
            gaps.incrementAndGet();
        }

        private void see(NoteWritten event, EventContext context) {
            if (event.getText().equals("blinding")) {
                throw new IllegalStateException("too bright");
            }
            seen.put(event.getNoteId(), System.nanoTime());
        }
    }

    /** Where all pins are. */
    @Component
    static class Board implements ReplicaHandler {
        final Map<String, String> places = new ConcurrentHashMap<>();

        @Override
        public Takes takes() {
            return Takes.of(PinMoved.class, (pin, _) -> places.put(pin.getPinId(), pin.getPlace()))
                    .andEnd(PinMoved.class, end -> places.remove(end.subject()));
        }

        @Override
        public Begin begin() {
            return new Begin.Whole();
        }

        @Override
        public void gap() {
            places.clear();
        }
    }

    /** How often notes were looked at. */
    @Component
    static class ViewCounts implements BatchEventHandler<NoteViewed> {
        /** How many batches fail from now on. */
        final AtomicInteger failing = new AtomicInteger();

        private final JdbcClient jdbc;

        ViewCounts(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @Override
        public Class<NoteViewed> type() {
            return NoteViewed.class;
        }

        @Override
        public void on(List<Taken<NoteViewed>> batch) {
            batch.stream()
                    .collect(Collectors.groupingBy(view -> view.event().getNoteId(), Collectors.counting()))
                    .forEach(this::add);
            if (failing.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("after the rows were written");
            }
        }

        private void add(String note, long views) {
            jdbc.sql("""
                            INSERT INTO note_view (note_id, views) VALUES (:note, :views)
                            ON CONFLICT (note_id) DO UPDATE SET views = note_view.views + :views""").param("note", note).param("views", views).update();
        }
    }
}
