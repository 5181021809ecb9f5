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
