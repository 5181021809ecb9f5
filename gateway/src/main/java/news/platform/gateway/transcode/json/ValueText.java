package news.platform.gateway.transcode.json;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Duration;
import com.google.protobuf.FieldMask;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.FieldMaskUtil;
import com.google.protobuf.util.Timestamps;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values that are written as text, in bodies, queries and paths alike: what proto3 JSON allows and nothing more. The
 * libraries' own parsers roll the 30th of February over into March, add blanks and signs, and read digits of any script.
 */
public final class ValueText {

    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)");
    private static final Pattern DURATION = Pattern.compile("(-?)(\\d{1,12})(?:\\.(\\d{1,9}))?s");
    /** Possessive: any other repetition of a group takes stack for each turn, and a mask has thousands of names. */
    private static final Pattern FIELD_MASK = Pattern.compile("|" + path() + "(?:," + path() + ")*+");

    private static final Pattern ENUM_NUMBER = Pattern.compile("-?\\d{1,10}");
    private static final int NANO_DIGITS = 9;

    private ValueText() {}

    /** A moment by RFC 3339 with upper-case T and Z, of the years 1 to 9999; null for anything else. */
    public static @Nullable Timestamp time(String text) {
        if (!TIME.matcher(text).matches()) {
            return null;
        }
        try {
            var instant = OffsetDateTime.parse(text).toInstant();
            var time = Timestamp.newBuilder()
                    .setSeconds(instant.getEpochSecond())
                    .setNanos(instant.getNano())
                    .build();
            return Timestamps.isValid(time) ? time : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Seconds with at most nine digits behind the point and an s, at most 10,000 years; null for anything else. */
    public static @Nullable Duration duration(String text) {
        var match = DURATION.matcher(text);
        if (!match.matches()) {
            return null;
        }
        int sign = match.group(1).isEmpty() ? 1 : -1;
        var fraction = match.group(3) == null ? "" : match.group(3);
        int nanos = Integer.parseInt(fraction + "0".repeat(NANO_DIGITS - fraction.length()));
        var duration = Duration.newBuilder()
                .setSeconds(sign * Long.parseLong(match.group(2)))
                .setNanos(sign * nanos)
                .build();
        return Durations.isValid(duration) ? duration : null;
    }

    /** Paths in lowerCamelCase separated by commas; null for anything else. */
    public static @Nullable FieldMask fieldMask(String text) {
        return FIELD_MASK.matcher(text).matches() ? FieldMaskUtil.fromJsonString(text) : null;
    }

    /** Base64 in either alphabet, but not in both at once, padded or not; null for anything else. */
    public static @Nullable ByteString bytes(String text) {
        boolean url = text.indexOf('-') >= 0 || text.indexOf('_') >= 0;
        var encoder = url ? Base64.getUrlEncoder() : Base64.getEncoder();
        try {
            byte[] bytes = (url ? Base64.getUrlDecoder() : Base64.getDecoder()).decode(text);
            // the decoder drops bits that the last character has too many
            var canonical = encoder.encodeToString(bytes);
            return text.equals(canonical) || text.equals(canonical.replace("=", ""))
                    ? ByteString.copyFrom(bytes)
                    : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Null for anything but true and false. */
    public static @Nullable Boolean bool(String text) {
        return switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> null;
        };
    }

    /** By name or number; null where the enum has neither. */
    public static @Nullable EnumValueDescriptor enumValue(FieldDescriptor field, String text) {
        var named = field.getEnumType().findValueByName(text);
        return named == null && ENUM_NUMBER.matcher(text).matches() ? numbered(field, Long.parseLong(text)) : named;
    }

    private static @Nullable EnumValueDescriptor numbered(FieldDescriptor field, long number) {
        return number == (int) number ? field.getEnumType().findValueByNumber((int) number) : null;
    }

    /** Whether a JSON string may stand for one value of the field. */
    static boolean acceptsString(FieldDescriptor field, JsonKind kind, String text) {
        return switch (kind) {
            case TIME -> time(text) != null;
            case DURATION -> duration(text) != null;
            case FIELD_MASK -> fieldMask(text) != null;
            case BYTES -> bytes(text) != null;
            case NUMBER -> NumberText.acceptsJson(scalar(field), text);
            case ENUM -> field.getEnumType().findValueByName(text) != null;
            case BOOL, TEXT, OBJECT, MESSAGE, ARRAY, ANYTHING -> true;
        };
    }

    /** Whether a JSON number may stand for one value of the field. */
    static boolean acceptsNumber(FieldDescriptor field, JsonKind kind, String text) {
        return switch (kind) {
            case NUMBER -> NumberText.acceptsJson(scalar(field), text);
            case ENUM -> enumValue(field, text) != null;
            case TIME, DURATION, FIELD_MASK, BYTES, BOOL, TEXT, OBJECT, MESSAGE, ARRAY, ANYTHING -> true;
        };
    }

    /** Whether a name of a JSON object may be the key of a map. */
    static boolean acceptsKey(FieldDescriptor key, String text) {
        return switch (key.getJavaType()) {
            case STRING -> true;
            case BOOLEAN -> bool(text) != null;
            default -> NumberText.parse(key, text) != null;
        };
    }

    /** The field itself, or what its wrapper wraps. */
    private static FieldDescriptor scalar(FieldDescriptor field) {
        return field.getJavaType() == JavaType.MESSAGE ? field.getMessageType().findFieldByName("value") : field;
    }

    private static String path() {
        var name = "[a-z][a-zA-Z0-9]*+";
        return name + "(?:\\." + name + ")*+";
    }
}
