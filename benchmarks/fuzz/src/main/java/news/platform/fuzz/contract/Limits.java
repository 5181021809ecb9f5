package news.platform.fuzz.contract;

import build.buf.validate.FieldRules;
import build.buf.validate.StringRules;
import build.buf.validate.ValidateProto;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.List;

/**
 * What a field's rules allow, as far as a value can be made from it.
 *
 * @param shortest characters of a text
 * @param longest characters of a text, {@link #NONE} where nothing is said
 * @param mostItems of a list, {@link #NONE} where nothing is said
 * @param allowed the only texts, empty where any is
 * @param email whether a text is an address of mail
 * @param url whether a text is an address of a document
 */
public record Limits(long shortest, long longest, long mostItems, List<String> allowed, boolean email, boolean url) {
    /** No limit is said. */
    public static final long NONE = -1;

    public static Limits of(FieldDescriptor field) {
        var rules = field.getOptions().getExtension(ValidateProto.field);
        var text = text(rules);
        return new Limits(
                text.getMinLen(),
                text.hasMaxLen() ? text.getMaxLen() : text.hasMaxBytes() ? text.getMaxBytes() : NONE,
                rules.getRepeated().hasMaxItems() ? rules.getRepeated().getMaxItems() : NONE,
                List.copyOf(text.getInList()),
                text.getEmail(),
                text.getUri() || hasOwnUrlRule(text));
    }

    /** Whether it is held to one of the rules that the contract adds to the library's, and whose names end in "_url". */
    private static boolean hasOwnUrlRule(StringRules text) {
        return text.getAllFields().entrySet().stream()
                .anyMatch(rule -> rule.getKey().isExtension()
                        && rule.getKey().getName().endsWith("_url")
                        && Boolean.TRUE.equals(rule.getValue()));
    }

    private static StringRules text(FieldRules rules) {
        return rules.hasRepeated() ? rules.getRepeated().getItems().getString() : rules.getString();
    }
}
