package news.platform.policy;

import com.google.api.AnnotationsProto;
import com.google.api.HttpRule;
import com.google.protobuf.DescriptorProtos.MethodOptions.IdempotencyLevel;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.platform.edge.v1.Access;
import news.platform.edge.v1.Fallback;
import news.platform.edge.v1.IdempotencyKey;
import news.platform.edge.v1.MethodPolicy;
import news.platform.edge.v1.Vary;
import news.platform.event.v1.EventProto;
import org.jspecify.annotations.Nullable;

/**
 * What a method's policy and its HTTP rules must not say together. Held against the contract by its test, when the
 * gateway reads it, and against every override.
 */
public final class PolicyRules {
    private static final Set<Access> WITH_ROLES = Set.of(Access.ACCESS_ROLES, Access.ACCESS_SIGNED);
    private static final Set<Access> FOR_ALL = Set.of(Access.ACCESS_PUBLIC, Access.ACCESS_OPTIONAL);
    private static final Pattern MEDIA_TYPE = Pattern.compile("\\*/\\*|[a-z0-9]+/[a-z0-9][a-z0-9.+-]*");
    private static final Pattern HEADER = Pattern.compile("(?!authorization$|.*-bin$)[a-z0-9]+(-[a-z0-9]+)*");
    private static final int MAX_BODY_KILOBYTES = 16_384;
    private static final Set<HttpRule.PatternCase> REPEATABLE =
            Set.of(HttpRule.PatternCase.PUT, HttpRule.PatternCase.DELETE);

    /**
     * A contradiction.
     *
     * @param place the option, e.g. {@code policy.roles}
     * @param problem what is wrong with it
     */
    public record Violation(String place, String problem) {
        @Override
        public String toString() {
            return place + ": " + problem;
        }
    }

    private final MethodDescriptor method;
    private final MethodPolicy policy;
    private final List<Violation> violations = new ArrayList<>();

    private PolicyRules(MethodDescriptor method, MethodPolicy policy) {
        this.method = method;
        this.policy = policy;
    }

    /** All that is wrong with the policy for this method; empty when nothing is. */
    public static List<Violation> violations(MethodDescriptor method, MethodPolicy policy) {
        PolicyRules rules = new PolicyRules(method, policy);
        rules.checkAccess();
        rules.checkStream();
        rules.checkCache();
        rules.checkSignal();
        rules.checkWaits();
        rules.checkMediaTypes();
        if (method.getOptions().hasExtension(AnnotationsProto.http)) {
            rules.checkHttp(method.getOptions().getExtension(AnnotationsProto.http));
        }
        return List.copyOf(rules.violations);
    }

    private void checkAccess() {
        boolean hasRoles = policy.getRolesCount() > 0;
        wrongIf(policy.getAccess() == Access.ACCESS_ROLES && !hasRoles, "policy.roles", "no role may call it");
        wrongIf(hasRoles && !WITH_ROLES.contains(policy.getAccess()), "policy.roles", "roles without ACCESS_ROLES");
        wrongIf(
                policy.getCallersCount() > 0 && policy.getAccess() != Access.ACCESS_INTERNAL,
                "policy.callers",
                "callers without ACCESS_INTERNAL");
        int status = policy.getSuccessStatus();
        wrongIf(status != 0 && (status < 200 || status > 299), "policy.success_status", status + " is no success");
    }

    private void checkStream() {
        boolean atTheEdge = policy.getAccess() != Access.ACCESS_INTERNAL;
        wrongIf(
                method.isServerStreaming() ? atTheEdge && !policy.hasStream() : policy.hasStream(),
                "policy.stream",
                "does not fit the rpc");
        if (policy.hasStream()) {
            violations.addAll(StreamRules.violations(method, policy.getStream()));
        }
    }

    private void checkCache() {
        boolean substituted = policy.getFallback() == Fallback.FALLBACK_SUBSTITUTE;
        wrongIf(
                (substituted || policy.getFallback() == Fallback.FALLBACK_STALE) && !policy.hasCache(),
                "policy.fallback",
                policy.getFallback() + " without a cache");
        wrongIf(
                substituted && policy.getSubstitutesCount() == 0,
                "policy.substitutes",
                "FALLBACK_SUBSTITUTE without any");
        policy.getSubstitutesList()
                .forEach(one -> checkField(method.getOutputType(), one.getTargetField(), "policy.substitutes"));
        if (policy.hasCache()) {
            wrongIf(
                    !FOR_ALL.contains(policy.getAccess()),
                    "policy.cache",
                    "only ACCESS_PUBLIC and ACCESS_OPTIONAL are cached");
            wrongIf(method.isServerStreaming(), "policy.cache", "a stream is not cached");
            var vary = policy.getCache().getVaryList();
            wrongIf(
                    vary.contains(Vary.VARY_CALLER)
                            && (vary.size() > 1 || policy.getAccess() != Access.ACCESS_OPTIONAL),
                    "policy.cache.vary",
                    "VARY_CALLER beside another one, or without ACCESS_OPTIONAL");
            wrongIf(
                    policy.getCache().hasLongestAge()
                            && Durations.of(policy.getCache().getLongestAge())
                                            .compareTo(Durations.of(
                                                    policy.getCache().getMaxAge()))
                                    < 0,
                    "policy.cache.longest_age",
                    "shorter than max_age");
            policy.getCache()
                    .getTagPathsList()
                    .forEach(path -> checkField(method.getOutputType(), path, "policy.cache.tag_paths"));
            policy.getCache().getOutdatedPathsList().forEach(this::checkOutdated);
        }
    }

    private void checkOutdated(String path) {
        wrongIf(
                !found(method.getOutputType(), path)
                        .filter(field -> field.getType() == FieldDescriptor.Type.BOOL && !field.isRepeated())
                        .isPresent(),
                "policy.cache.outdated_paths",
                "\"" + path + "\" is no boolean of " + method.getOutputType().getName());
    }

    private void checkSignal() {
        if (!policy.getSignal()) {
            return;
        }
        wrongIf(
                !method.getInputType().getOptions().hasExtension(EventProto.event),
                "policy.signal",
                method.getInputType().getName() + " is no event");
        wrongIf(policy.getSuccessStatus() != 204, "policy.signal", "success_status is not 204");
        wrongIf(method.getOutputType().getFields().size() > 0, "policy.signal", "the answer has fields");
        wrongIf(
                policy.hasCache()
                        || policy.hasStream()
                        || policy.getIdempotencyKey() != IdempotencyKey.IDEMPOTENCY_KEY_UNSPECIFIED,
                "policy.signal",
                "with a cache, a stream or a key");
    }

    private void checkWaits() {
        if (!policy.hasWaits()) {
            return;
        }
        String field = policy.getWaits().getField();
        wrongIf(!policy.getWaits().hasMax(), "policy.waits.max", "not stated");
        wrongIf(policy.hasDeadline(), "policy.deadline", "stated beside policy.waits");
        wrongIf(
                policy.hasCache() || policy.hasStream() || policy.getSignal(),
                "policy.waits",
                "with a cache, a stream or a signal");
        wrongIf(
                !field.isEmpty() && !isWait(method.getInputType().findFieldByName(field)),
                "policy.waits.field",
                "\"" + field + "\" is neither whole seconds nor a duration of "
                        + method.getInputType().getName());
    }

    private void checkMediaTypes() {
        Stream.concat(policy.getConsumesList().stream(), policy.getProducesList().stream())
                .filter(type -> !MEDIA_TYPE.matcher(type).matches())
                .forEach(
                        type -> wrongIf(true, "policy.consumes, policy.produces", "\"" + type + "\" is no media type"));
        policy.getSigned().getHeadersList().stream()
                .filter(header -> !HEADER.matcher(header).matches())
                .forEach(header -> wrongIf(true, "policy.signed.headers", "\"" + header + "\" is no lower-case name"));
        wrongIf(
                policy.getAccess() == Access.ACCESS_SIGNED && policy.getSigned().getHeadersCount() == 0,
                "policy.signed.headers",
                "ACCESS_SIGNED without headers");
        int max = policy.getMaxBodyKilobytes();
        wrongIf(
                max != 0 && (max < 1 || max > MAX_BODY_KILOBYTES || policy.getConsumesCount() == 0),
                "policy.max_body_kilobytes",
                max + " is not 1 to 16384 of a body with consumes");
    }

    private static boolean isWait(@Nullable FieldDescriptor field) {
        return field != null
                && !field.isRepeated()
                && switch (field.getJavaType()) {
                    case INT, LONG -> true;
                    case MESSAGE -> field.getMessageType().equals(Duration.getDescriptor());
                    case FLOAT, DOUBLE, BOOLEAN, STRING, BYTE_STRING, ENUM -> false;
                };
    }

    private void checkHttp(HttpRule rule) {
        wrongIf(method.isClientStreaming(), "google.api.http", "a stream of requests has no HTTP form");
        wrongIf(policy.getAccess() == Access.ACCESS_INTERNAL, "policy.access", "an internal method has an HTTP rule");
        IdempotencyLevel level = method.getOptions().getIdempotencyLevel();
        Stream.concat(Stream.of(rule), rule.getAdditionalBindingsList().stream())
                .forEach(binding -> checkBinding(binding, level));
    }

    private void checkBinding(HttpRule binding, IdempotencyLevel level) {
        boolean get = binding.getPatternCase() == HttpRule.PatternCase.GET;
        wrongIf(
                get && level != IdempotencyLevel.NO_SIDE_EFFECTS,
                "idempotency_level",
                "GET " + binding.getGet() + " is not declared NO_SIDE_EFFECTS");
        wrongIf(
                REPEATABLE.contains(binding.getPatternCase()) && level == IdempotencyLevel.IDEMPOTENCY_UNKNOWN,
                "idempotency_level",
                binding.getPatternCase() + " is not declared IDEMPOTENT");
        wrongIf(
                get && policy.getIdempotencyKey() == IdempotencyKey.IDEMPOTENCY_KEY_REQUIRED,
                "policy.idempotency_key",
                "GET needs no key");
        wrongIf(!get && policy.hasCache(), "policy.cache", "only GET is cached");
        wrongIf(!get && policy.hasStream(), "policy.stream", "only GET is streamed");
        wrongIf(
                isRaw(method.getInputType(), binding.getBody()) != policy.getConsumesCount() > 0,
                "policy.consumes",
                "stated where the body is no HttpBody, or not where it is");
        wrongIf(
                isRaw(method.getOutputType(), binding.getResponseBody()) != policy.getProducesCount() > 0,
                "policy.produces",
                "stated where the answer is no HttpBody, or not where it is");
    }

    /** Whether this field of the message, or with an empty name all of it, is bytes and their type. */
    private static boolean isRaw(Descriptor message, String field) {
        if (field.isEmpty() || field.equals("*")) {
            return isRaw(message);
        }
        FieldDescriptor descriptor = message.findFieldByName(field);
        return descriptor != null
                && descriptor.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                && isRaw(descriptor.getMessageType());
    }

    private static boolean isRaw(Descriptor message) {
        return message.getFullName().equals("google.api.HttpBody");
    }

    private void checkField(Descriptor message, String path, String place) {
        wrongIf(
                !path.isEmpty() && found(message, path).isEmpty(),
                place,
                "\"" + path + "\" is no field of " + message.getName());
    }

    private static Optional<FieldDescriptor> found(Descriptor message, String path) {
        int dot = path.indexOf('.');
        FieldDescriptor field = message.findFieldByName(dot < 0 ? path : path.substring(0, dot));
        if (field == null || dot < 0) {
            return Optional.ofNullable(field);
        }
        return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE && !field.isMapField()
                ? found(field.getMessageType(), path.substring(dot + 1))
                : Optional.empty();
    }

    private void wrongIf(boolean wrong, String place, String problem) {
        if (wrong) {
            violations.add(new Violation(place, problem));
        }
    }
}
