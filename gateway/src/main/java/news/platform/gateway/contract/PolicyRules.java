package news.platform.gateway.contract;

import com.google.protobuf.DescriptorProtos.MethodOptions.IdempotencyLevel;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import java.util.Set;
import news.platform.edge.v1.Access;
import news.platform.edge.v1.IdempotencyKey;
import news.platform.edge.v1.MethodPolicy;
import news.platform.edge.v1.StreamPolicy;

/** What a method's policy and its HTTP rules must not say together. */
final class PolicyRules {

    private static final Set<Access> WITH_ROLES = Set.of(Access.ACCESS_ROLES, Access.ACCESS_SIGNED);
    private static final Set<Access> FOR_ALL = Set.of(Access.ACCESS_PUBLIC, Access.ACCESS_OPTIONAL);

    private final MethodDescriptor descriptor;
    private final MethodPolicy policy;

    PolicyRules(MethodDescriptor descriptor, MethodPolicy policy) {
        this.descriptor = descriptor;
        this.policy = policy;
    }

    void check() {
        refuseIf(descriptor.isClientStreaming(), "google.api.http", "a stream of requests has no HTTP form");
        refuseIf(policy.getAccess() == Access.ACCESS_INTERNAL, "policy.access", "an internal method has an HTTP rule");
        boolean hasRoles = policy.getRolesCount() > 0;
        refuseIf(policy.getAccess() == Access.ACCESS_ROLES && !hasRoles, "policy.roles", "no role may call it");
        refuseIf(hasRoles && !WITH_ROLES.contains(policy.getAccess()), "policy.roles", "roles without ACCESS_ROLES");
        int status = policy.getSuccessStatus();
        refuseIf(status != 0 && (status < 200 || status > 299), "policy.success_status", status + " is no success");
        checkStream();
        checkCache();
    }

    void check(HttpBinding binding) {
        var safety = descriptor.getOptions().getIdempotencyLevel();
        boolean get = binding.httpMethod().equals("GET");
        refuseIf(
                get && safety != IdempotencyLevel.NO_SIDE_EFFECTS,
                "idempotency_level",
                "GET %s is not declared NO_SIDE_EFFECTS"
                        .formatted(binding.template().text()));
        refuseIf(
                Set.of("PUT", "DELETE").contains(binding.httpMethod())
                        && safety == IdempotencyLevel.IDEMPOTENCY_UNKNOWN,
                "idempotency_level",
                "%s is not declared IDEMPOTENT".formatted(binding.httpMethod()));
        refuseIf(
                get && policy.getIdempotencyKey() == IdempotencyKey.IDEMPOTENCY_KEY_REQUIRED,
                "policy.idempotency_key",
                "GET needs no key");
        refuseIf(!get && policy.hasCache(), "policy.cache", "only GET is cached");
        refuseIf(!get && policy.hasStream(), "policy.stream", "only GET is streamed");
    }

    private void checkStream() {
        refuseIf(descriptor.isServerStreaming() != policy.hasStream(), "policy.stream", "does not fit the rpc");
        if (policy.hasStream()) {
            StreamPolicy stream = policy.getStream();
            field(descriptor.getOutputType(), stream.getIdField(), "policy.stream.id_field");
            field(descriptor.getOutputType(), stream.getEventField(), "policy.stream.event_field");
            field(descriptor.getInputType(), stream.getResumeField(), "policy.stream.resume_field");
        }
    }

    private void checkCache() {
        if (!policy.hasCache()) {
            return;
        }
        refuseIf(
                !FOR_ALL.contains(policy.getAccess()),
                "policy.cache",
                "only ACCESS_PUBLIC and ACCESS_OPTIONAL are cached");
        refuseIf(descriptor.isServerStreaming(), "policy.cache", "a stream is not cached");
        for (var path : policy.getCache().getTagPathsList()) {
            field(descriptor.getOutputType(), path, "policy.cache.tag_paths");
        }
    }

    private void field(Descriptor message, String path, String place) {
        refuseIf(
                !path.isEmpty() && FieldPath.of(message, path).isEmpty(),
                place,
                "\"%s\" is no field of %s".formatted(path, message.getName()));
    }

    private void refuseIf(boolean wrong, String place, String problem) {
        if (wrong) {
            throw new ContractException(
                    descriptor.getService().getFullName() + "/" + descriptor.getName(), place, problem);
        }
    }
}
