package news.platform.persistence.idempotency;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;
import news.platform.security.Digests;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs an action once for each Idempotency-Key of a caller and request type, and repeats its answer to who asks again within
 * the retention (24 h). The key's row is written in the action's transaction: both are there or neither is. Only successes
 * are kept, so that what failed may be tried again with the same key. Thread-safe.
 */
public final class Idempotency {
    private static final Duration BUSY = Duration.ofSeconds(1);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Call call;
    private final Duration retention;
    private final MeterRegistry meters;

    Idempotency(JdbcClient jdbc, TransactionTemplate transaction, Call call, Duration retention, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.call = call;
        this.retention = retention;
        this.meters = meters;
    }

    /**
     * The action's answer, run now in one transaction, or the answer that the same request got before under its key; the
     * call is then marked as replayed. A call without a key just runs the action in a transaction.
     *
     * @param request the whole request; its type is part of the key's scope, its content must not differ
     * @param defaultInstance of the answer's type
     * @param action makes the answer; no remote calls inside
     * @throws DomainException IDEMPOTENCY_KEY_REUSED where the key came with another request before,
     *     IDEMPOTENCY_KEY_IN_USE (retry after a second) while the first is still running, and whatever the action throws
     */
    public <T extends Message> T once(Message request, T defaultInstance, Supplier<T> action) {
        Optional<String> key = call.idempotencyKey();
        if (key.isEmpty()) {
            return inTransaction(action);
        }
        String scope = scope(request);
        return inTransaction(() -> {
            lock(scope, key.get());
            byte[] hash = hash(request);
            Optional<Answered> before = find(scope, key.get());
            if (before.isPresent()) {
                return replay(before.get(), hash, defaultInstance);
            }
            T answer = action.get();
            keep(scope, key.get(), hash, answer);
            count("first");
            return answer;
        });
    }

    /**
     * The same for an action that needs something prepared which is no matter of this database: another service's word, a
     * look-up, a slow computation. A repeated request gets its answer before anything is prepared, so it gets it while that
     * other service is down, too.
     *
     * @param preparation runs outside of the transaction and only where there is no answer yet
     * @param action makes the answer of what was prepared; no remote calls inside
     * @throws DomainException as above, and whatever the preparation throws
     */
    public <P, T extends Message> T once(
            Message request, T defaultInstance, Supplier<P> preparation, Function<P, T> action) {
        Optional<String> key = call.idempotencyKey();
        if (key.isPresent()) {
            Optional<Answered> before = find(scope(request), key.get());
            if (before.isPresent()) {
                return replay(before.get(), hash(request), defaultInstance);
            }
        }
        P prepared = preparation.get();
        return once(request, defaultInstance, () -> action.apply(prepared));
    }

    private String scope(Message request) {
        return call.caller() + " " + request.getDescriptorForType().getFullName();
    }

    private <T> T inTransaction(Supplier<T> action) {
        // the action returns an answer or throws, so there is always one
        return Objects.requireNonNull(transaction.execute(_ -> action.get()));
    }

    private void lock(String scope, String key) {
        boolean free = jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:scope || ' ' || :key, 0))")
                .param("scope", scope)
                .param("key", key)
                .query(Boolean.class)
                .single();
        if (!free) {
            count("in_use");
            throw new DomainException(
                            PlatformReason.IDEMPOTENCY_KEY_IN_USE, "the first request with this key is still running")
                    .retryAfter(BUSY);
        }
    }

    private Optional<Answered> find(String scope, String key) {
        return jdbc.sql("""
                        select request_hash, answer from platform.idempotency_key
                        where scope = :scope and key = :key and create_time > now() - :seconds * interval '1 second'""")
                .param("scope", scope)
                .param("key", key)
                .param("seconds", retention.toSeconds())
                .query((row, _) -> new Answered(row.getBytes("request_hash"), row.getBytes("answer")))
                .optional();
    }

    private <T extends Message> T replay(Answered before, byte[] hash, T defaultInstance) {
        if (!MessageDigest.isEqual(before.requestHash(), hash)) {
            count("reused");
            throw new DomainException(
                    PlatformReason.IDEMPOTENCY_KEY_REUSED, "this key came with another request before");
        }
        count("replayed");
        call.markReplayed();
        try {
            @SuppressWarnings("unchecked") // a parser of T makes a T
            T answer = (T) defaultInstance.getParserForType().parseFrom(before.answer());
            return answer;
        } catch (InvalidProtocolBufferException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(String scope, String key, byte[] hash, Message answer) {
        jdbc.sql("""
                        insert into platform.idempotency_key (scope, key, request_hash, answer, create_time)
                        values (:scope, :key, :hash, :answer, now())
                        on conflict (scope, key) do update
                        set request_hash = :hash, answer = :answer, create_time = now()""")
                .param("scope", scope)
                .param("key", key)
                .param("hash", hash)
                .param("answer", answer.toByteArray())
                .update();
    }

    private void count(String outcome) {
        meters.counter("news.idempotency", "outcome", outcome).increment();
    }

    private static byte[] hash(Message request) {
        byte[] bytes = new byte[request.getSerializedSize()];
        try {
            var out = CodedOutputStream.newInstance(bytes);
            out.useDeterministicSerialization();
            request.writeTo(out);
            out.checkNoSpaceLeft();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Digests.sha256(bytes);
    }

    private record Answered(byte[] requestHash, byte[] answer) {}
}
