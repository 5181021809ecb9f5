package news.platform.policy;

import com.google.protobuf.DescriptorProtos.MethodOptions.IdempotencyLevel;
import com.google.protobuf.Descriptors.MethodDescriptor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.platform.edge.v1.Access;
import news.platform.edge.v1.Fallback;
import news.platform.edge.v1.IdempotencyKey;
import news.platform.edge.v1.MethodPolicy;
import news.platform.edge.v1.PolicyProto;
import news.platform.edge.v1.Priority;
import news.platform.edge.v1.Rate;
import news.platform.edge.v1.StreamPolicy;
import news.platform.edge.v1.Substitute;

/**
 * What the edge, servers and clients owe a method, its defaults filled in: no value is ever UNSPECIFIED.
 *
 * @param access who may call; INTERNAL for a method without a policy, USER where the policy does not say
 * @param roles of which the caller needs one; not empty with ACCESS_ROLES
 * @param callers with ACCESS_INTERNAL, the services that may call; empty: all whose row in the table names this one
 * @param priority who is refused last
 * @param deadline the longest that a call may take, more than zero, at most an hour
 * @param maxConcurrent how many calls one process may have under way, 1 to 100,000
 * @param fallback what is answered when the callee is down, late or full
 * @param cache for how long an answer keeps; empty: not cached
 * @param rate the token bucket class
 * @param idempotencyKey whether the request carries an Idempotency-Key
 * @param stream how the stream becomes server-sent events; empty: it does not
 * @param successStatus the HTTP status of a success, 200 to 299
 * @param signal whether the gateway answers by itself and sends the request on as an event
 * @param waits how long it waits on purpose; empty: it does not
 * @param consumes the media types of a raw body; empty: the body is JSON, or there is none
 * @param produces the media types of a raw answer; empty: the answer is JSON
 * @param signed with ACCESS_SIGNED, the headers that the signature needs, lower case
 * @param maxBodyKilobytes the longest body; 0: as long as JSON may be
 * @param substitutes with FALLBACK_SUBSTITUTE, what is answered meanwhile
 */
public record Policy(
        Access access,
        Set<String> roles,
        Set<String> callers,
        Priority priority,
        Duration deadline,
        int maxConcurrent,
        Fallback fallback,
        Optional<CacheRules> cache,
        Rate rate,
        IdempotencyKey idempotencyKey,
        Optional<StreamPolicy> stream,
        int successStatus,
        boolean signal,
        Optional<Waits> waits,
        List<String> consumes,
        List<String> produces,
        List<String> signed,
        int maxBodyKilobytes,
        List<Substitute> substitutes) {
    private static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(2);
    private static final Duration MAX_DEADLINE = Duration.ofHours(1);
    private static final int DEFAULT_MAX_CONCURRENT = 64;
    private static final int DEFAULT_MAX_WAITING = 1000;
    private static final int MAX_CONCURRENT = 100_000;

    /** The policy of a method that no proto describes. */
    static final Policy INTERNAL = new Policy(
            Access.ACCESS_INTERNAL,
            Set.of(),
            Set.of(),
            Priority.PRIORITY_NORMAL,
            DEFAULT_DEADLINE,
            DEFAULT_MAX_CONCURRENT,
            Fallback.FALLBACK_NONE,
            Optional.empty(),
            Rate.RATE_WRITE,
            IdempotencyKey.IDEMPOTENCY_KEY_NONE,
            Optional.empty(),
            200,
            false,
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            0,
            List.of());

    /** Refuses impossible values with an IllegalArgumentException that names the field. */
    public Policy {
        roles = Set.copyOf(roles);
        callers = Set.copyOf(callers);
        consumes = List.copyOf(consumes);
        produces = List.copyOf(produces);
        signed = List.copyOf(signed);
        substitutes = List.copyOf(substitutes);
        Checks.require(access != Access.ACCESS_ROLES || !roles.isEmpty(), "roles", roles, "one at least");
        Checks.require(
                deadline.isPositive() && deadline.compareTo(MAX_DEADLINE) <= 0, "deadline", deadline, "> 0s, <= 1h");
        Checks.require(
                maxConcurrent >= 1 && maxConcurrent <= MAX_CONCURRENT, "max-concurrent", maxConcurrent, "1 to 100000");
        Checks.require(successStatus >= 200 && successStatus <= 299, "success-status", successStatus, "200 to 299");
    }

    /** The policy that the contract states, before overrides. */
    public static Policy of(MethodDescriptor method) {
        return of(stated(method), method);
    }

    /** Whether calling twice is as good as calling once, by the method's {@code idempotency_level}. */
    public static boolean isIdempotent(MethodDescriptor method) {
        return method.getOptions().getIdempotencyLevel() != IdempotencyLevel.IDEMPOTENCY_UNKNOWN;
    }

    /** Whether the method only reads, by its {@code idempotency_level}. */
    public static boolean isSafe(MethodDescriptor method) {
        return method.getOptions().getIdempotencyLevel() == IdempotencyLevel.NO_SIDE_EFFECTS;
    }

    static MethodPolicy stated(MethodDescriptor method) {
        if (!method.getOptions().hasExtension(PolicyProto.policy)) {
            return MethodPolicy.newBuilder().setAccess(Access.ACCESS_INTERNAL).build();
        }
        return method.getOptions().getExtension(PolicyProto.policy);
    }

    /** Unset closes. */
    static Access access(MethodPolicy policy) {
        return policy.getAccess() == Access.ACCESS_UNSPECIFIED ? Access.ACCESS_USER : policy.getAccess();
    }

    static Policy of(MethodPolicy policy, MethodDescriptor method) {
        return new Policy(
                access(policy),
                Set.copyOf(policy.getRolesList()),
                Set.copyOf(policy.getCallersList()),
                policy.getPriority() == Priority.PRIORITY_UNSPECIFIED ? Priority.PRIORITY_NORMAL : policy.getPriority(),
                deadline(policy),
                policy.getMaxConcurrent() == 0 ? defaultMaxConcurrent(policy) : policy.getMaxConcurrent(),
                policy.getFallback() == Fallback.FALLBACK_UNSPECIFIED ? Fallback.FALLBACK_NONE : policy.getFallback(),
                policy.hasCache() ? Optional.of(CacheRules.of(policy.getCache())) : Optional.empty(),
                policy.getRate() == Rate.RATE_UNSPECIFIED ? defaultRate(method) : policy.getRate(),
                policy.getIdempotencyKey() == IdempotencyKey.IDEMPOTENCY_KEY_UNSPECIFIED
                        ? IdempotencyKey.IDEMPOTENCY_KEY_NONE
                        : policy.getIdempotencyKey(),
                policy.hasStream() ? Optional.of(policy.getStream()) : Optional.empty(),
                policy.getSuccessStatus() == 0 ? 200 : policy.getSuccessStatus(),
                policy.getSignal(),
                policy.hasWaits() ? Optional.of(Waits.of(policy.getWaits())) : Optional.empty(),
                policy.getConsumesList(),
                policy.getProducesList(),
                policy.getSigned().getHeadersList(),
                policy.getMaxBodyKilobytes(),
                policy.getSubstitutesList());
    }

    private static Duration deadline(MethodPolicy policy) {
        if (policy.hasWaits()) {
            return Waits.of(policy.getWaits()).max().plus(Waits.GRACE);
        }
        return policy.hasDeadline() ? Durations.of(policy.getDeadline()) : DEFAULT_DEADLINE;
    }

    private static int defaultMaxConcurrent(MethodPolicy policy) {
        return policy.hasWaits() ? DEFAULT_MAX_WAITING : DEFAULT_MAX_CONCURRENT;
    }

    private static Rate defaultRate(MethodDescriptor method) {
        return isSafe(method) ? Rate.RATE_READ : Rate.RATE_WRITE;
    }
}
