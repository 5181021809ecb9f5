package news.platform.messaging.relay;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import news.platform.persistence.Instants;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the broker is behind the outbox; asked of the database when scraped, at most every five seconds. */
final class OutboxMetrics implements MeterBinder {
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final int COUNT_LIMIT = 100_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AtomicReference<Lag> last =
            new AtomicReference<>(new Lag(Instant.EPOCH, Double.NaN, Double.NaN, Double.NaN));

    OutboxMetrics(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("news.outbox.rows", this, metrics -> metrics.lag().rows())
                .description("events that wait to be sent; counted up to " + COUNT_LIMIT)
                .register(meters);
        Gauge.builder("news.outbox.letters", this, metrics -> metrics.lag().letters())
                .description("events that were put aside, because they or one before them cannot be sent")
                .register(meters);
        Gauge.builder("news.outbox.oldest.age", this, metrics -> metrics.lag().oldestSeconds())
                .description("how long the oldest of them has been waiting; 0 where none does")
                .baseUnit("seconds")
                .register(meters);
    }

    private Lag lag() {
        Instant now = clock.instant();
        Lag known = last.get();
        if (known.time().plus(FRESH).isAfter(now)) {
            return known;
        }
        Lag asked = ask(now);
        last.set(asked);
        return asked;
    }

    private Lag ask(Instant now) {
        try {
            return jdbc.sql("""
                            SELECT (SELECT count(*) FROM (SELECT 1 FROM platform.outbox LIMIT :limit) counted) AS row_count,
                                   (SELECT count(*) FROM platform.outbox_dead_letter) AS letters,
                                   (SELECT create_time FROM platform.outbox ORDER BY id LIMIT 1) AS oldest""")
                    .param("limit", COUNT_LIMIT)
                    .query((row, _) -> new Lag(
                            now,
                            row.getLong("row_count"),
                            row.getLong("letters"),
                            Instants.optional(row, "oldest")
                                    .map(oldest -> Duration.between(oldest, now).toMillis() / 1000.0)
                                    .orElse(0.0)))
                    .single();
        } catch (DataAccessException e) {
            return new Lag(now, Double.NaN, Double.NaN, Double.NaN);
        }
    }

    private record Lag(Instant time, double rows, double letters, double oldestSeconds) {}
}
