package news.platform.rule;

import build.buf.protovalidate.Violation;
import build.buf.validate.FieldPathElement;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;
import org.jspecify.annotations.Nullable;

/**
 * A field rule of the contract that a request broke, as clients are told of it: the same at the edge and in every service.
 *
 * @param field as the JSON of the request has it, {@code authors[2].name}; empty where the rule is of the whole request. A rule
 *     of a message names the field that is wrong by the end of its id: {@code range.from}
 * @param message what is wrong, and what would be right
 */
public record BrokenRule(String field, String message) {

    /** Reads what the validator said of the request. */
    public static BrokenRule of(Message request, Violation violation) {
        var said = violation.toProto();
        var text = new StringBuilder();
        FieldDescriptor field = null;
        Descriptor message = request.getDescriptorForType();
        for (var element : said.getField().getElementsList()) {
            field = message == null ? null : message.findFieldByNumber(element.getFieldNumber());
            append(text, field == null ? element.getFieldName() : field.getJsonName());
            text.append(subscript(element));
            message = field == null ? null : inside(field);
        }
        var id = said.getRuleId();
        var named = message == null ? null : message.findFieldByName(id.substring(id.lastIndexOf('.') + 1));
        if (named != null) {
            append(text, named.getJsonName());
        }
        return new BrokenRule(text.toString(), field == null ? said.getMessage() : RuleWords.of(id, field, violation));
    }

    private static void append(StringBuilder text, String name) {
        text.append(text.isEmpty() ? "" : ".").append(name);
    }

    private static @Nullable Descriptor inside(FieldDescriptor field) {
        var value = field.isMapField() ? field.getMessageType().findFieldByName("value") : field;
        return value.getJavaType() == JavaType.MESSAGE ? value.getMessageType() : null;
    }

    private static String subscript(FieldPathElement element) {
        return switch (element.getSubscriptCase()) {
            case INDEX -> "[" + Long.toUnsignedString(element.getIndex()) + "]";
            case STRING_KEY -> "[" + element.getStringKey() + "]";
            case INT_KEY -> "[" + element.getIntKey() + "]";
            case UINT_KEY -> "[" + Long.toUnsignedString(element.getUintKey()) + "]";
            case BOOL_KEY -> "[" + element.getBoolKey() + "]";
            case SUBSCRIPT_NOT_SET -> "";
        };
    }
}
