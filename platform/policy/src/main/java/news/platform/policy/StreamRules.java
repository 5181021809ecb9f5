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
import news.platform.edge.v1.Access;
import news.platform.edge.v1.FilterOp;
import news.platform.edge.v1.StreamFilter;
import news.platform.edge.v1.StreamMode;
import news.platform.edge.v1.StreamPolicy;
import news.platform.policy.PolicyRules.Violation;
import org.jspecify.annotations.Nullable;

/** What a stream's policy must state of its messages, and what must be there. */
final class StreamRules {
    private static final String PLACE = "policy.stream.";
    private static final Set<Access> WITH_CALLER = EnumSet.of(Access.ACCESS_USER, Access.ACCESS_ROLES);
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
        rules.mayBe(stream.getEventField(), "event_field", "one text", field -> is(field, JavaType.STRING));
        rules.mayBe(stream.getDataField(), "data_field", "one message", field -> is(field, JavaType.MESSAGE));
        rules.wrongIf(
                stream.getFiltersCount() > 0 && stream.getMode() != StreamMode.STREAM_MODE_LOG,
                "filters",
                "only with STREAM_MODE_LOG");
        switch (stream.getMode()) {
            case STREAM_MODE_LOG -> rules.log(stream);
            case STREAM_MODE_MINE -> rules.mine(method, stream);
            case STREAM_MODE_LATEST -> rules.latest(stream);
            case STREAM_MODE_UNSPECIFIED, UNRECOGNIZED -> {
                rules.wrongIf(true, "mode", "not stated");
                rules.log(stream);
            }
        }
        return rules.violations;
    }

    private void log(StreamPolicy stream) {
        must(response, stream.getIdField(), "id_field", "an int64", field -> is(field, JavaType.LONG));
        must(response, stream.getCoversField(), "covers_field", "an int64", field -> is(field, JavaType.LONG));
        must(request, stream.getResumeField(), "resume_field", "an int64", field -> is(field, JavaType.LONG));
        mayBe(
                stream.getTakesBackField(),
                "takes_back_field",
                "a list of int64s",
                field -> field.isRepeated() && field.getJavaType() == JavaType.LONG);
        stream.getFiltersList().forEach(this::filter);
    }

    private void mine(MethodDescriptor method, StreamPolicy stream) {
        must(response, stream.getCallerField(), "caller_field", "one text", field -> is(field, JavaType.STRING));
        wrongIf(stream.getOpening().isEmpty(), "opening", "not stated");
        MethodDescriptor opening = method.getService().findMethodByName(stream.getOpening());
        wrongIf(
                !stream.getOpening().isEmpty()
                        && (opening == null || opening.isServerStreaming() || opening.isClientStreaming()),
                "opening",
                "\"" + stream.getOpening() + "\" is no unary rpc of "
                        + method.getService().getName());
        wrongIf(
                !WITH_CALLER.contains(Policy.access(Policy.stated(method))),
                "mode",
                "STREAM_MODE_MINE without ACCESS_USER or ACCESS_ROLES");
    }

    private void latest(StreamPolicy stream) {
        FieldDescriptor items = must(
                response,
                stream.getItemsField(),
                "items_field",
                "a list of messages",
                field -> field.isRepeated() && !field.isMapField() && field.getJavaType() == JavaType.MESSAGE);
        if (items != null && items.getJavaType() == JavaType.MESSAGE) {
            must(
                    items.getMessageType(),
                    stream.getKeyField(),
                    "key_field",
                    "one text",
                    field -> is(field, JavaType.STRING));
            if (!stream.getOutdatedField().isEmpty()) {
                must(
                        items.getMessageType(),
                        stream.getOutdatedField(),
                        "outdated_field",
                        "one boolean",
                        field -> is(field, JavaType.BOOLEAN));
            }
        }
        if (!stream.getKeysField().isEmpty()) {
            must(request, stream.getKeysField(), "keys_field", "a list of texts", StreamRules::isTexts);
        }
        mayBe(stream.getMissingField(), "missing_field", "a list of texts", StreamRules::isTexts);
        wrongIf(
                !stream.getMissingField().isEmpty() && stream.getKeysField().isEmpty(),
                "missing_field",
                "without keys_field");
    }

    private static boolean isTexts(FieldDescriptor field) {
        return field.isRepeated() && field.getJavaType() == JavaType.STRING;
    }

    private @Nullable FieldDescriptor must(
            Descriptor message, String name, String place, String expected, Predicate<FieldDescriptor> fits) {
        wrongIf(name.isEmpty(), place, "not stated");
        if (name.isEmpty()) {
            return null;
        }
        FieldDescriptor field = field(message, name, place);
        wrongIf(field != null && !fits.test(field), place, "\"" + name + "\" is not " + expected);
        return field;
    }

    private void mayBe(String name, String place, String expected, Predicate<FieldDescriptor> fits) {
        if (!name.isEmpty()) {
            must(response, name, place, expected, fits);
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
