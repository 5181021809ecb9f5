package news.platform.gateway.contract;

import com.google.protobuf.DescriptorProtos.MethodOptions.IdempotencyLevel;
import com.google.protobuf.Descriptors;
import com.google.protobuf.Message;
import io.grpc.MethodDescriptor;
import java.util.List;
import news.platform.policy.Policies;
import news.platform.policy.Policy;

/**
 * One rpc as the edge sees it. All but the policy is fixed; the policy follows the operator's overrides.
 *
 * @param grpc what a call needs, with the generated marshallers
 * @param descriptor of the generated class, options included
 * @param callee the service that has it, by its name: the third segment of the package
 * @param request the empty request
 * @param response the empty response
 * @param bindings at least one
 * @param comment from the proto, without its markers
 * @param policies where the policy comes from
 */
public record Method(
        MethodDescriptor<Message, Message> grpc,
        Descriptors.MethodDescriptor descriptor,
        String callee,
        Message request,
        Message response,
        List<HttpBinding> bindings,
        String comment,
        Policies policies) {

    private static final List<String> JSON = List.of("application/json");

    public Method {
        bindings = List.copyOf(bindings);
    }

    /** For example {@code news.platform.content.v1.ArticleService/GetArticle}. */
    public String name() {
        return grpc.getFullMethodName();
    }

    /** As it stands now, overrides included. */
    public Policy policy() {
        return policies.of(grpc);
    }

    /** The media types by which its answer can be asked for, at least one. */
    public List<String> produces() {
        var raw = policy().produces();
        return raw.isEmpty() ? JSON : raw;
    }

    /** The media types that its body may have, at least one; {@code *}{@code /*} for any. */
    public List<String> consumes() {
        var raw = policy().consumes();
        return raw.isEmpty() ? JSON : raw;
    }

    public boolean streaming() {
        return descriptor.isServerStreaming();
    }

    public IdempotencyLevel safety() {
        return descriptor.getOptions().getIdempotencyLevel();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Method method && method.name().equals(name());
    }

    @Override
    public int hashCode() {
        return name().hashCode();
    }

    @Override
    public String toString() {
        return name();
    }
}
