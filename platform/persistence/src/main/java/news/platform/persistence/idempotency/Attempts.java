package news.platform.persistence.idempotency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The attempts at requests with a key, running or answered. Times are the database's, so that replicas agree. */
final class Attempts {
    private static final String LATEST =
            " where scope = :scope and key = :key and attempt = :attempt and answer is null";

    private final JdbcClient jdbc;
    private final Duration retention;

    Attempts(JdbcClient jdbc, Duration retention) {
        this.jdbc = jdbc;
        this.retention = retention;
    }

    /** What is known of the key's request: it has its answer, or runs. Empty: whoever asks may begin. */
    Optional<Known> find(Request request) {
        return jdbc.sql("""
                        select request_hash, answer from platform.idempotency_key
                         where scope = :scope and key = :key
                           and (lease_until > now() or answer is not null)
                           and create_time > now() - make_interval(secs => :retention)""")
                .param("scope", request.scope())
                .param("key", request.key())
                .param("retention", retention.toSeconds())
                .query((row, _) -> new Known(row.getBytes("request_hash"), row.getBytes("answer")))
                .optional();
    }

    /** Begins the first attempt; empty where there was one, for which nobody waits, however long its transaction takes. */
    Optional<Attempt> first(Request request, String id, Duration lease) {
        return jdbc.sql("""
                        insert into platform.idempotency_key (scope, key, request_hash, made_id, lease_until, create_time)
                        values (:scope, :key, :hash, :id, now() + make_interval(secs => :lease), now())
                        on conflict (scope, key) do nothing
                        returning made_id, attempt""")
                .param("scope", request.scope())
                .param("key", request.key())
                .param("hash", request.hash())
                .param("id", id)
                .param("lease", lease.toMillis() / 1000.0)
                .query((row, _) -> attempt(request, row))
                .optional();
    }

    /**
     * Begins an attempt, the first or after one that failed or whose lease is over; empty where somebody else was sooner.
     * An attempt at the same request has the id of the one before.
     */
    Optional<Attempt> begin(Request request, String newId, Duration lease) {
        return jdbc.sql("""
                        insert into platform.idempotency_key as known
                               (scope, key, request_hash, made_id, lease_until, create_time)
                        values (:scope, :key, :hash, :id, now() + make_interval(secs => :lease), now())
                        on conflict (scope, key) do update
                           set made_id = case when known.answer is null and known.request_hash = excluded.request_hash
                                              then known.made_id else excluded.made_id end,
                               request_hash = excluded.request_hash,
                               answer = null,
                               attempt = known.attempt + 1,
                               lease_until = excluded.lease_until,
                               create_time = excluded.create_time
                         where (known.answer is null and known.lease_until <= now())
                            or known.create_time <= now() - make_interval(secs => :retention)
                        returning made_id, attempt""")
                .param("scope", request.scope())
                .param("key", request.key())
                .param("hash", request.hash())
                .param("id", newId)
                .param("lease", lease.toMillis() / 1000.0)
                .param("retention", retention.toSeconds())
                .query((row, _) -> attempt(request, row))
                .optional();
    }

    private static Attempt attempt(Request request, ResultSet row) throws SQLException {
        return new Attempt(request, row.getString("made_id"), row.getInt("attempt"));
    }

    /** Whether it is the latest attempt still; it stays so until the transaction ends. */
    boolean lock(Attempt attempt) {
        return statement("select attempt from platform.idempotency_key" + LATEST + " for update", attempt)
                        .query()
                        .listOfRows()
                        .size()
                == 1;
    }

    /** Gives a locked attempt its answer. */
    void answer(Attempt attempt, byte[] answer) {
        statement("update platform.idempotency_key set answer = :answer" + LATEST, attempt)
                .param("answer", answer)
                .update();
    }

    /** Lets anybody begin the next attempt at once; does nothing where somebody did, or where there is an answer. */
    void free(Attempt attempt) {
        statement("update platform.idempotency_key set lease_until = now()" + LATEST, attempt)
                .update();
    }

    private StatementSpec statement(String sql, Attempt attempt) {
        return jdbc.sql(sql)
                .param("scope", attempt.request().scope())
                .param("key", attempt.request().key())
                .param("attempt", attempt.number());
    }

    /**
     * A request with a key.
     *
     * @param scope whose key it is and for what
     * @param hash of the request's content
     */
    record Request(String scope, String key, byte[] hash) {}

    /**
     * One try to answer it.
     *
     * @param id of what is made; the same in each attempt at one request
     * @param number rises with each attempt
     */
    record Attempt(Request request, String id, int number) {}

    /**
     * A request that is not to be tried now.
     *
     * @param answer null while it runs
     */
    record Known(byte[] requestHash, byte @Nullable [] answer) {}
}
