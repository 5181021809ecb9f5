package news.platform.gateway.transcode.json;

import com.google.protobuf.Descriptors.FieldDescriptor;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as they stand in queries, paths and bodies: strict, no white space, no plus, no Java literals. */
public final class NumberText {

    private static final BigInteger MAX_UINT64 = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
    private static final long MAX_UINT32 = 0xFFFF_FFFFL;
    private static final int LONGEST = 100;
    private static final Set<String> NAMED = Set.of("NaN", "Infinity", "-Infinity");

    /** JSON's own grammar; a longer exponent would only serve to keep a processor busy. */
    private static final Pattern JSON = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d{1,3})?");

    private NumberText() {}

    /** To be read behind "must be". */
    public static String phrase(FieldDescriptor field) {
        return switch (field.getType()) {
            case INT32, SINT32, SFIXED32 -> "a whole number of 32 bits";
            case UINT32, FIXED32 -> "a whole number of 32 bits, not negative";
            case INT64, SINT64, SFIXED64 -> "a whole number of 64 bits";
            case UINT64, FIXED64 -> "a whole number of 64 bits, not negative";
            default -> "a number";
        };
    }

    /** The value as the field's Java type, null where the text is none. */
    public static @Nullable Object parse(FieldDescriptor field, String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return null;
        }
        return switch (field.getType()) {
            case INT32, SINT32, SFIXED32 -> int32(text);
            case UINT32, FIXED32 -> uint32(text);
            case INT64, SINT64, SFIXED64 -> int64(text);
            case UINT64, FIXED64 -> uint64(text);
            case FLOAT -> float32(text);
            case DOUBLE -> float64(text);
            default -> throw new IllegalArgumentException(field + ": expected a number");
        };
    }

    /** Whether JSON, quoted or not, may give the field this number; a whole number may be written as 1.0 or 1e2. */
    static boolean acceptsJson(FieldDescriptor field, String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        boolean plain = JSON.matcher(text).matches();
        return switch (field.getJavaType()) {
            case FLOAT, DOUBLE -> (plain || NAMED.contains(text)) && parse(field, text) != null;
            default -> plain && isWhole(field, new BigDecimal(text));
        };
    }

    private static boolean isWhole(FieldDescriptor field, BigDecimal number) {
        try {
            return parse(field, number.toBigIntegerExact().toString()) != null;
        } catch (ArithmeticException e) {
            return false;
        }
    }

    private static @Nullable Integer int32(String text) {
        var value = int64(text);
        return value == null || value != value.intValue() ? null : Integer.valueOf(value.intValue());
    }

    private static @Nullable Integer uint32(String text) {
        var value = int64(text);
        return value == null || value < 0 || value > MAX_UINT32 ? null : Integer.valueOf(value.intValue());
    }

    private static @Nullable Long int64(String text) {
        var value = whole(text);
        return value == null || value.bitLength() > 63 ? null : Long.valueOf(value.longValue());
    }

    private static @Nullable Long uint64(String text) {
        var value = whole(text);
        return value == null || value.signum() < 0 || value.compareTo(MAX_UINT64) > 0
                ? null
                : Long.valueOf(value.longValue());
    }

    private static @Nullable BigInteger whole(String text) {
        int digits = text.charAt(0) == '-' ? 1 : 0;
        if (digits == text.length()) {
            return null;
        }
        for (int i = digits; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return null;
            }
        }
        return new BigInteger(text);
    }

    private static @Nullable Double float64(String text) {
        switch (text) {
            case "NaN":
                return Double.NaN;
            case "Infinity":
                return Double.POSITIVE_INFINITY;
            case "-Infinity":
                return Double.NEGATIVE_INFINITY;
            default:
                break;
        }
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789+-.eE".indexOf(text.charAt(i)) < 0) {
                return null;
            }
        }
        try {
            double value = Double.parseDouble(text);
            return Double.isInfinite(value) ? null : Double.valueOf(value);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Float float32(String text) {
        var value = float64(text);
        if (value == null) {
            return null;
        }
        float narrow = value.floatValue();
        return Float.isInfinite(narrow) && !value.isInfinite() ? null : Float.valueOf(narrow);
    }
}
