package news.platform.messaging;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import news.platform.sample.v1.NoteWritten;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The smallest service that publishes events and takes them. */
@SpringBootApplication
class NotesApplication {

    /** Remembers what it was given, and can be made to fail. */
    @Component
    static class Reader implements EventHandler<NoteWritten> {
        /** Texts that cannot be read for now. */
        final Set<String> unreadable = ConcurrentHashMap.newKeySet();

        final Map<String, EventContext> contexts = new ConcurrentHashMap<>();
        final Map<String, String> traces = new ConcurrentHashMap<>();

        private final JdbcClient jdbc;
        private final Tracer tracer;

        Reader(JdbcClient jdbc, Tracer tracer) {
            this.jdbc = jdbc;
            this.tracer = tracer;
        }

        @Override
        public Class<NoteWritten> type() {
            return NoteWritten.class;
        }

        @Override
        public void on(NoteWritten event, EventContext context) {
            jdbc.sql("INSERT INTO reading (note_id, version, text) VALUES (:id, :version, :text)")
                    .param("id", event.getNoteId())
                    .param("version", event.getVersion())
                    .param("text", event.getText())
                    .update();
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
}
