package news.platform.policy;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Descriptors.MethodDescriptor;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import news.platform.edge.v1.FilterOp;
import news.platform.edge.v1.StreamFilter;
import news.platform.edge.v1.StreamMode;
import news.platform.edge.v1.StreamPolicy;
import news.platform.policy.PolicyRules.Violation;
import org.jspecify.annotations.Nullable;

/** What a stream's policy must state of its messages, and what must be there. */
final class StreamRules {
    private static final String PLACE = "policy.stream.";
    private static final Set<JavaType> NUMBERS = EnumSet.of(JavaType.INT, JavaType.LONG);

    private final Descriptor request;
    private final Descriptor response;
    private final List<Violation> violations = new ArrayList<>();

    private StreamRules(MethodDescriptor method) {
        this.request = method.getInputType();
        this.response = method.getOutputType();
    }

    static List<Violation> violations(MethodDescriptor method, StreamPolicy stream) {
        var rules = new StreamRules(method);
        rules.wrongIf(
                stream.getMode() == StreamMode.STREAM_MODE_UNSPECIFIED || stream.getMode() == StreamMode.UNRECOGNIZED,
                "mode",
                "not stated");
        rules.position(rules.response, stream.getIdField(), "id_field");
        rules.position(rules.response, stream.getCoversField(), "covers_field");
        rules.position(rules.request, stream.getResumeField(), "resume_field");
        rules.mayBe(stream.getEventField(), "event_field", "one text", field -> is(field, JavaType.STRING));
        rules.mayBe(stream.getDataField(), "data_field", "one message", field -> is(field, JavaType.MESSAGE));
        stream.getFiltersList().forEach(rules::filter);
        return rules.violations;
    }

    private void position(Descriptor message, String name, String place) {
        wrongIf(name.isEmpty(), place, "not stated");
        if (!name.isEmpty()) {
            FieldDescriptor field = field(message, name, place);
            wrongIf(field != null && !is(field, JavaType.LONG), place, "\"" + name + "\" is no int64");
        }
    }

    private void mayBe(String name, String place, String expected, Predicate<FieldDescriptor> fits) {
        if (!name.isEmpty()) {
            FieldDescriptor field = field(response, name, place);
            wrongIf(field != null && !fits.test(field), place, "\"" + name + "\" is not " + expected);
        }
    }

    private void filter(StreamFilter filter) {
        FieldDescriptor wanted = field(request, filter.getRequestField(), "filters.request_field");
        FieldDescriptor found = field(response, filter.getMessageField(), "filters.message_field");
        if (wanted == null || found == null) {
            return;
        }
        FilterOp op = filter.getOp();
        wrongIf(op == FilterOp.FILTER_OP_UNSPECIFIED || op == FilterOp.UNRECOGNIZED, "filters.op", "not stated");
        wrongIf(
                found.isRepeated() != (op == FilterOp.FILTER_OP_HAS),
                "filters.op",
                op + " does not fit \"" + found.getName() + "\"");
        wrongIf(
                op == FilterOp.FILTER_OP_AT_LEAST && (wanted.isRepeated() || !NUMBERS.contains(wanted.getJavaType())),
                "filters.op",
                "\"" + wanted.getName() + "\" is not one whole number");
        wrongIf(
                wanted.getType() != found.getType() || wanted.getJavaType() == JavaType.MESSAGE,
                "filters.message_field",
                "\"" + found.getName() + "\" cannot be compared with \"" + wanted.getName() + "\"");
    }

    private @Nullable FieldDescriptor field(Descriptor message, String name, String place) {
        FieldDescriptor field = message.findFieldByName(name);
        wrongIf(field == null, place, "\"" + name + "\" is no field of " + message.getName());
        return field;
    }

    private static boolean is(FieldDescriptor field, JavaType type) {
        return !field.isRepeated() && field.getJavaType() == type;
    }

    private void wrongIf(boolean wrong, String place, String problem) {
        if (wrong) {
            violations.add(new Violation(PLACE + place, problem));
        }
    }
}
