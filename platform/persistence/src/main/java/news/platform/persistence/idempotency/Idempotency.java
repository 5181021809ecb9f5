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
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;
import news.platform.persistence.IdSource;
import news.platform.persistence.idempotency.Attempts.Attempt;
import news.platform.persistence.idempotency.Attempts.Known;
import news.platform.persistence.idempotency.Attempts.Request;
import news.platform.security.Digests;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Answers a request once for each Idempotency-Key of a caller, and repeats its answer to who asks again within the retention
 * (24 h). In two phases, so that a request may be answered with the help of other services:
 *
 * <ol>
 *   <li>A row says that the request runs, for as long as its lease of twice the method's deadline. It holds the id of what
 *       will be made. What is prepared calls out as it likes: under keys that begin with this id
 *       ({@code IdempotencyKeys.on(stub, id, "reserve")}) each call has its effect once, however many attempts it takes.
 *   <li>One transaction has the effect, the answer, and the check that nobody began another attempt meanwhile: who comes to
 *       it after the lease and finds another attempt changes nothing.
 * </ol>
 *
 * Only successes are kept. What failed may be tried again with the same key at once, what was killed after the lease; the
 * next attempt at the same request has the same id, another request another one. Thread-safe.
 */
public final class Idempotency {
    private static final Duration BUSY = Duration.ofSeconds(1);

    /** How many deadlines a lease is long: whoever takes longer was killed, or answers nobody. */
    private static final int LEASE = 2;

    private final Attempts attempts;
    private final TransactionTemplate transaction;
    private final Call call;
    private final IdSource ids;
    private final MeterRegistry meters;

    Idempotency(Attempts attempts, TransactionTemplate transaction, Call call, IdSource ids, MeterRegistry meters) {
        this.attempts = attempts;
        this.transaction = transaction;
        this.call = call;
        this.ids = ids;
        this.meters = meters;
    }

    /**
     * The answer, made now, or the one that the same request got before under its key; the call is then marked as replayed.
     * A call without a key is answered in the same two steps, and nothing is kept.
     *
     * @param request the whole request; its type is part of the key's scope, its content must not differ
     * @param defaultInstance of the answer's type
     * @param preparation what is no matter of this database: calls to other services, look-ups, slow computations; takes the
     *     id of what will be made
     * @param effect makes the answer of that id and what was prepared, in one transaction; no remote calls inside
     * @throws DomainException IDEMPOTENCY_KEY_REUSED where the key came with another request before,
     *     IDEMPOTENCY_KEY_IN_USE (retry after a second) while the request runs already, and whatever the two throw
     */
    public <P, T extends Message> T once(
            Message request, T defaultInstance, Function<String, P> preparation, BiFunction<String, P, T> effect) {
        Optional<String> key = call.idempotencyKey();
        if (key.isEmpty()) {
            String id = ids.next();
            P prepared = preparation.apply(id);
            return inTransaction(() -> effect.apply(id, prepared));
        }
        var scope = call.caller() + " " + request.getDescriptorForType().getFullName();
        var keyed = new Request(scope, key.get(), hash(request));
        var lease = call.deadline().multipliedBy(LEASE);
        // nearly everybody is the first to come with a key
        Optional<Attempt> first = attempts.first(keyed, ids.next(), lease);
        if (first.isPresent()) {
            return complete(first.get(), preparation, effect);
        }
        Optional<Known> known = attempts.find(keyed);
        if (known.isPresent()) {
            return replay(known.get(), keyed, defaultInstance);
        }
        Attempt attempt = attempts.begin(keyed, ids.next(), lease).orElseThrow(() -> inUse("in_use"));
        return complete(attempt, preparation, effect);
    }

    private <P, T extends Message> T complete(
            Attempt attempt, Function<String, P> preparation, BiFunction<String, P, T> effect) {
        try {
            P prepared = preparation.apply(attempt.id());
            T answer = inTransaction(() -> {
                if (!attempts.lock(attempt)) {
                    throw inUse("late");
                }
                T made = effect.apply(attempt.id(), prepared);
                attempts.answer(attempt, made.toByteArray());
                return made;
            });
            count("first");
            return answer;
        } catch (RuntimeException e) {
            free(attempt);
            throw e;
        }
    }

    private void free(Attempt attempt) {
        try {
            attempts.free(attempt);
        } catch (DataAccessException e) {
            // the lease ends by itself
        }
    }

    private <T> T inTransaction(Supplier<T> action) {
        // the action returns an answer or throws, so there is always one
        return Objects.requireNonNull(transaction.execute(_ -> action.get()));
    }

    private <T extends Message> T replay(Known known, Request request, T defaultInstance) {
        if (!MessageDigest.isEqual(known.requestHash(), request.hash())) {
            count("reused");
            throw new DomainException(
                    PlatformReason.IDEMPOTENCY_KEY_REUSED, "this key came with another request before");
        }
        byte[] answer = known.answer();
        if (answer == null) {
            throw inUse("in_use");
        }
        count("replayed");
        call.markReplayed();
        try {
            @SuppressWarnings("unchecked") // a parser of T makes a T
            T replayed = (T) defaultInstance.getParserForType().parseFrom(answer);
            return replayed;
        } catch (InvalidProtocolBufferException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DomainException inUse(String outcome) {
        count(outcome);
        return new DomainException(
                        PlatformReason.IDEMPOTENCY_KEY_IN_USE, "another request with this key is still running")
                .retryAfter(BUSY);
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
}
