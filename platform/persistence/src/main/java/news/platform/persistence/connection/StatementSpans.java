package news.platform.persistence.connection;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.StatementType;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import org.jspecify.annotations.Nullable;

/**
 * A span for each statement, a child of the one that is current as it begins. It has the text with placeholders and never a
 * value: no parameters, no text of a statement that was not prepared, and of an error its SQLSTATE instead of its message.
 */
final class StatementSpans implements QueryExecutionListener {
    private static final String SPAN = "span";
    private static final int LONGEST = 2_000;

    private final Supplier<Tracer> tracer;

    StatementSpans(Supplier<Tracer> tracer) {
        this.tracer = tracer;
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        String text = queries.isEmpty() ? "" : oneLine(queries.getFirst().getQuery());
        Span.Builder span = tracer.get()
                .spanBuilder()
                .kind(Span.Kind.CLIENT)
                .remoteServiceName("postgresql")
                .name(operation(text))
                .tag("db.system.name", "postgresql");
        if (execution.getStatementType() != StatementType.STATEMENT) {
            span.tag("db.query.text", text);
        }
        if (execution.isBatch()) {
            span.tag("db.operation.batch.size", Integer.toString(execution.getBatchSize()));
        }
        execution.addCustomValue(SPAN, span.start());
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        Span span = execution.getCustomValue(SPAN, Span.class);
        if (span == null) {
            return;
        }
        Throwable failure = execution.getThrowable();
        if (failure != null) {
            span.tag("error", state(failure));
        }
        span.end();
    }

    private static String operation(String text) {
        int end = text.indexOf(' ');
        String first = end < 0 ? text : text.substring(0, end);
        return first.isEmpty() ? "batch" : first.toLowerCase(Locale.ROOT);
    }

    private static String oneLine(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    private static String state(Throwable failure) {
        @Nullable String state = failure instanceof SQLException sql ? sql.getSQLState() : null;
        return state == null ? failure.getClass().getSimpleName() : state;
    }
}
