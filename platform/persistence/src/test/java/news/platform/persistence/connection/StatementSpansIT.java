package news.platform.persistence.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brave.handler.MutableSpan;
import brave.handler.SpanHandler;
import com.zaxxer.hikari.pool.HikariProxyConnection;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import news.platform.test.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest(properties = {"management.tracing.export.enabled=true", "management.tracing.export.zipkin.enabled=false"})
class StatementSpansIT {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String REQUEST = "b7ad6b7169203331";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JdbcTemplate template;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private Tracer tracer;

    @Autowired
    private Recorded recorded;

    @BeforeEach
    void forget() {
        recorded.spans.clear();
    }

    @Test
    void showsTheStatementWithoutItsValuesAsAChildOfTheRequest() {
        within(true, () -> count("secret"));

        MutableSpan span = only();
        assertThat(span.traceId()).isEqualTo(TRACE);
        assertThat(span.parentId()).isEqualTo(REQUEST);
        assertThat(span.name()).isEqualTo("select");
        assertThat(span.remoteServiceName()).isEqualTo("postgresql");
        assertThat(span.tag("db.query.text")).isEqualTo("select count(*) from note where id = ?");
        assertThat(span.tags().values()).noneMatch(value -> value.contains("secret"));
    }

    @Test
    void showsEachStatementOfATransaction() {
        within(
                true,
                () -> transaction.executeWithoutResult(_ -> {
                    count("a");
                    count("b");
                }));

        assertThat(recorded.spans).hasSize(2).allMatch(span -> REQUEST.equals(span.parentId()));
    }

    @Test
    void showsNothingOfARequestThatIsNotSampled() throws SQLException {
        within(false, () -> count("a"));
        count("b");

        assertThat(recorded.spans).isEmpty();
        assertThat(tracer.currentSpan()).isNull();
        try (var connection = dataSource.getConnection()) {
            assertThat(connection).as("the pool's own").isInstanceOf(HikariProxyConnection.class);
        }
    }

    @Test
    void showsOfAFailureTheStateAlone() {
        within(true, () -> assertThatThrownBy(() -> jdbc.sql("select cast(:text as integer)")
                        .param("text", "secret")
                        .query(Integer.class)
                        .single())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("secret"));

        assertThat(only().tag("error")).isEqualTo("22P02");
        assertThat(only().error()).isNull();
        assertThat(only().tags().values()).noneMatch(value -> value.contains("secret"));
    }

    @Test
    void showsNoTextThatWasNotPrepared() {
        within(true, () -> template.execute("select 'secret'"));

        assertThat(only().name()).isEqualTo("select");
        assertThat(only().tags()).doesNotContainKey("db.query.text");
    }

    private void count(String id) {
        jdbc.sql("""
                        select count(*)
                        from note
                        where id = :id""").param("id", id).query(Long.class).single();
    }

    private void within(boolean sampled, Runnable work) {
        TraceContext request = tracer.traceContextBuilder()
                .traceId(TRACE)
                .spanId(REQUEST)
                .sampled(sampled)
                .build();
        try (var _ = tracer.currentTraceContext().newScope(request)) {
            work.run();
        }
    }

    private MutableSpan only() {
        assertThat(recorded.spans).hasSize(1);
        return recorded.spans.getFirst();
    }

    /** Every span that ended and was sampled. */
    static final class Recorded extends SpanHandler {
        private final List<MutableSpan> spans = new CopyOnWriteArrayList<>();

        @Override
        public boolean end(brave.propagation.TraceContext context, MutableSpan span, Cause cause) {
            spans.add(span);
            return true;
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Recording {
        @Bean
        Recorded recorded() {
            return new Recorded();
        }
    }
}
