package news.platform.grpc.client;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.grpc.CallOptions;
import io.grpc.Deadline;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import news.platform.error.DomainException;
import news.platform.error.ErrorStatuses;
import news.platform.error.v1.PlatformReason;
import news.platform.policy.Policies;
import news.platform.policy.Policy;
import org.jspecify.annotations.Nullable;

/** Bulkhead, breaker, deadline and retry budget of one method at one target. Thread-safe. */
final class MethodGuard {
    private static final String DOMAIN = "grpc-client";

    /** Not resilience4j's: lowering its limit below what is under way waits until enough of that has ended. */
    private final AtomicInteger underWay = new AtomicInteger();

    private final CircuitBreaker breaker;
    private final RetryBudget retries;
    private final Duration openTime;
    private final boolean unary;
    private final boolean safe;
    private volatile Policy policy;

    MethodGuard(
            MethodDescriptor<?, ?> method,
            Policy policy,
            CircuitBreaker breaker,
            GrpcClientGuardProperties properties) {
        this.breaker = breaker;
        this.policy = policy;
        this.retries = new RetryBudget(properties.retryBudget());
        this.openTime = properties.openTime();
        this.unary = method.getType() == MethodDescriptor.MethodType.UNARY;
        this.safe = unary && Policies.isSafe(method);
    }

    /** Follows an override: what is under way beyond a lower limit ends by itself, nothing new is let in meanwhile. */
    MethodGuard under(Policy current) {
        policy = current;
        return this;
    }

    /** How many calls are under way. */
    int underWay() {
        return underWay.get();
    }

    /** How many there may be. A stream holds no thread and no place of those that come and go. */
    int maxConcurrent() {
        return unary ? policy.maxConcurrent() : Integer.MAX_VALUE;
    }

    /** The sooner of the caller's deadline and the policy's; a stream has only the caller's. */
    CallOptions limit(CallOptions options) {
        if (!unary) {
            return options;
        }
        Deadline deadline = Deadline.after(policy.deadline().toNanos(), TimeUnit.NANOSECONDS);
        Deadline callers = options.getDeadline();
        return callers != null && callers.isBefore(deadline) ? options : options.withDeadline(deadline);
    }

    boolean isStream() {
        return !unary;
    }

    boolean isSafe() {
        return safe;
    }

    /** Lets a call in, or says why not. Every call let in ends with {@link #leave}. */
    @Nullable
    StatusRuntimeException enter() {
        int max = maxConcurrent();
        if (underWay.getAndUpdate(calls -> calls < max ? calls + 1 : calls) >= max) {
            return refusal(PlatformReason.OVERLOADED, "Too many of these calls are under way.", Duration.ofSeconds(1));
        }
        if (!breaker.tryAcquirePermission()) {
            underWay.decrementAndGet();
            return refusal(PlatformReason.CALLEE_DOWN, "The service has been failing.", openTime);
        }
        return null;
    }

    void leave() {
        underWay.decrementAndGet();
    }

    long now() {
        return breaker.getCurrentTimestamp();
    }

    /** Takes note of how one attempt ended. */
    void record(Status status, Metadata trailers, long since) {
        long duration = breaker.getCurrentTimestamp() - since;
        if (status.isOk()) {
            breaker.onSuccess(duration, breaker.getTimestampUnit());
            retries.earn();
        } else if (status.getCode() == Status.Code.CANCELLED) {
            breaker.releasePermission();
        } else if (isIll(status, trailers)) {
            breaker.onError(duration, breaker.getTimestampUnit(), status.asRuntimeException());
        } else {
            breaker.onSuccess(duration, breaker.getTimestampUnit());
        }
    }

    /** Whether to ask again: the method only reads, the connection failed rather than the callee, the budget allows it. */
    boolean mayRetry(Status status, Metadata trailers) {
        return safe
                && status.getCode() == Status.Code.UNAVAILABLE
                && !isRefusal(status, trailers)
                && retries.spend()
                && breaker.tryAcquirePermission();
    }

    private static boolean isIll(Status status, Metadata trailers) {
        return switch (status.getCode()) {
            case UNAVAILABLE, DEADLINE_EXCEEDED -> true;
            case UNKNOWN, INTERNAL, DATA_LOSS, RESOURCE_EXHAUSTED -> !isRefusal(status, trailers);
            case OK,
                    CANCELLED,
                    INVALID_ARGUMENT,
                    NOT_FOUND,
                    ALREADY_EXISTS,
                    PERMISSION_DENIED,
                    FAILED_PRECONDITION,
                    ABORTED,
                    OUT_OF_RANGE,
                    UNIMPLEMENTED,
                    UNAUTHENTICATED -> false;
        };
    }

    /** Whether the callee itself says this, so that it is alive. */
    private static boolean isRefusal(Status status, Metadata trailers) {
        return ErrorStatuses.read(status.asRuntimeException(trailers)).kind().isPresent();
    }

    private static StatusRuntimeException refusal(PlatformReason reason, String message, Duration retryAfter) {
        return ErrorStatuses.toStatus(new DomainException(reason, message).retryAfter(retryAfter), DOMAIN);
    }
}
