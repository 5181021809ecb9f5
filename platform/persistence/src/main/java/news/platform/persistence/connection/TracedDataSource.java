package news.platform.persistence.connection;

import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Shows each statement of a sampled request as a span of its trace. Who is not sampled, nearly everybody, gets the pool's own
 * connection: it costs one look at the current trace and nothing for each statement.
 */
final class TracedDataSource extends DelegatingDataSource {
    private final Supplier<Tracer> tracer;
    private final DataSource traced;

    TracedDataSource(DataSource dataSource, Supplier<Tracer> tracer) {
        super(dataSource);
        this.tracer = tracer;
        this.traced = ProxyDataSourceBuilder.create(dataSource)
                .listener(new StatementSpans(tracer))
                .build();
    }

    @Override
    public Connection getConnection() throws SQLException {
        return isSampled() ? traced.getConnection() : super.getConnection();
    }

    private boolean isSampled() {
        TraceContext context = tracer.get().currentTraceContext().context();
        return context != null && Boolean.TRUE.equals(context.sampled());
    }
}
