package news.platform.gateway.transcode;

import build.buf.protovalidate.Validator;
import build.buf.protovalidate.ValidatorFactory;
import build.buf.protovalidate.exceptions.CompilationException;
import build.buf.protovalidate.exceptions.ValidationException;
import build.buf.validate.FieldPath;
import build.buf.validate.FieldPathElement;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;
import java.util.Collection;
import java.util.List;
import news.platform.error.FieldViolation;
import news.platform.gateway.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The field rules of the contracts, compiled at start-up. Thread-safe. */
public final class RequestRules {

    private final Validator validator;

    RequestRules(Collection<Descriptor> requests) {
        try {
            this.validator = ValidatorFactory.newBuilder().buildWithDescriptors(List.copyOf(requests), false);
        } catch (CompilationException e) {
            throw new IllegalStateException("a field rule of the contracts cannot be compiled", e);
        }
    }

    /** Refuses with a 400 that names every field outside its rules. */
    public void check(Message request) {
        try {
            var result = validator.validate(request);
            if (!result.isSuccess()) {
                throw Problem.fields(result.getViolations().stream()
                                .map(violation -> violation.toProto())
                                .map(violation -> new FieldViolation(
                                        path(request.getDescriptorForType(), violation.getField()),
                                        violation.getMessage()))
                                .toList())
                        .asException();
            }
        } catch (ValidationException e) {
            throw new IllegalStateException("a field rule of the contracts cannot be run", e);
        }
    }

    private static String path(Descriptor request, FieldPath path) {
        var text = new StringBuilder();
        @Nullable Descriptor message = request;
        for (var element : path.getElementsList()) {
            var field = message == null ? null : message.findFieldByNumber(element.getFieldNumber());
            text.append(text.isEmpty() ? "" : ".")
                    .append(field == null ? element.getFieldName() : field.getJsonName())
                    .append(subscript(element));
            message = field == null ? null : inside(field);
        }
        return text.isEmpty() ? "body" : text.toString();
    }

    private static @Nullable Descriptor inside(FieldDescriptor field) {
        return field.getJavaType() == JavaType.MESSAGE ? field.getMessageType() : null;
    }

    private static String subscript(FieldPathElement element) {
        return switch (element.getSubscriptCase()) {
            case INDEX -> "[" + element.getIndex() + "]";
            case STRING_KEY -> "[" + element.getStringKey() + "]";
            case INT_KEY -> "[" + element.getIntKey() + "]";
            case UINT_KEY -> "[" + element.getUintKey() + "]";
            case BOOL_KEY -> "[" + element.getBoolKey() + "]";
            case SUBSCRIPT_NOT_SET -> "";
        };
    }
}
