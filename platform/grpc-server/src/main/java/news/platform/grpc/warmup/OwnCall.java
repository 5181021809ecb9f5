package news.platform.grpc.warmup;

import build.buf.validate.FieldRules;
import build.buf.validate.ValidateProto;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.stub.ClientCalls;
import java.io.InputStream;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import news.platform.edge.v1.Access;
import news.platform.policy.Policies;
import news.platform.policy.Policy;

/**
 * A method and what it is asked: nothing, or an id that nobody has where it must be asked something.
 *
 * @param request within most rules; what it breaks costs an INVALID_ARGUMENT
 */
record OwnCall<Q, R>(MethodDescriptor<Q, R> method, Q request) {
    private static final String NOBODY = new UUID(0, 0).toString();

    static <Q, R> OwnCall<Q, R> of(MethodDescriptor<Q, R> method) {
        Q empty = method.parseRequest(InputStream.nullInputStream());
        return new OwnCall<>(
                method,
                empty instanceof Message message
                        ? method.parseRequest(filled(message).toByteString().newInput())
                        : empty);
    }

    /** Whether anybody may call it, it only reads, and answers once and at once. */
    static boolean isHarmless(MethodDescriptor<?, ?> method, Policies policies) {
        Policy policy = policies.of(method);
        return method.getType() == MethodDescriptor.MethodType.UNARY
                && Policies.isSafe(method)
                && (policy.access() == Access.ACCESS_PUBLIC || policy.access() == Access.ACCESS_OPTIONAL)
                && policy.waits().isEmpty()
                && !policy.signal();
    }

    void make(Channel channel, Duration deadline) {
        ClientCalls.blockingUnaryCall(
                channel,
                method,
                CallOptions.DEFAULT.withDeadlineAfter(deadline.toNanos(), TimeUnit.NANOSECONDS),
                request);
    }

    static Message filled(Message empty) {
        Message.Builder request = empty.toBuilder();
        for (FieldDescriptor field : empty.getDescriptorForType().getFields()) {
            FieldRules rules = field.getOptions().getExtension(ValidateProto.field);
            if (field.getJavaType() != FieldDescriptor.JavaType.STRING) {
                continue;
            }
            if (!field.isRepeated() && rules.getString().getMinLen() > 0) {
                request.setField(field, text(rules));
            } else if (field.isRepeated() && rules.getRepeated().getMinItems() > 0) {
                request.addRepeatedField(field, text(rules.getRepeated().getItems()));
            }
        }
        return request.build();
    }

    private static String text(FieldRules rules) {
        boolean isShort = rules.getString().hasMaxLen() && rules.getString().getMaxLen() < NOBODY.length();
        return isShort ? "0" : NOBODY;
    }
}
