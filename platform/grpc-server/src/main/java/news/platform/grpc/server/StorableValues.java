package news.platform.grpc.server;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import news.platform.error.FieldViolation;

/**
 * Finds values that are well-formed but that no database here keeps: the character U+0000 in a text, a time outside the
 * years 1 to 9999.
 */
final class StorableValues {
    private static final long MIN_SECONDS = -62_135_596_800L;
    private static final long MAX_SECONDS = 253_402_300_799L;
    private static final int MAX_NANOS = 999_999_999;

    List<FieldViolation> violations(Message message) {
        List<FieldViolation> found = new ArrayList<>(0);
        visit(message, "", found);
        return found;
    }

    private void visit(Message message, String prefix, List<FieldViolation> found) {
        for (Map.Entry<FieldDescriptor, Object> entry : message.getAllFields().entrySet()) {
            FieldDescriptor field = entry.getKey();
            FieldDescriptor.JavaType type = field.getJavaType();
            if (type != FieldDescriptor.JavaType.STRING && type != FieldDescriptor.JavaType.MESSAGE) {
                continue;
            }
            if (field.isRepeated()) {
                int index = 0;
                for (Object element : (List<?>) entry.getValue()) {
                    check(element, prefix, field, index++, found);
                }
            } else {
                check(entry.getValue(), prefix, field, -1, found);
            }
        }
    }

    private void check(Object value, String prefix, FieldDescriptor field, int index, List<FieldViolation> found) {
        switch (value) {
            case String text -> {
                if (text.indexOf('\0') >= 0) {
                    found.add(new FieldViolation(path(prefix, field, index), "must not contain the character U+0000"));
                }
            }
            case Timestamp time -> {
                if (!isStorable(time)) {
                    found.add(new FieldViolation(path(prefix, field, index), "must be in the years 1 to 9999"));
                }
            }
            case Message message -> visit(message, path(prefix, field, index) + ".", found);
            default -> {}
        }
    }

    private static boolean isStorable(Timestamp time) {
        return time.getSeconds() >= MIN_SECONDS
                && time.getSeconds() <= MAX_SECONDS
                && time.getNanos() >= 0
                && time.getNanos() <= MAX_NANOS;
    }

    private static String path(String prefix, FieldDescriptor field, int index) {
        return prefix + field.getJsonName() + (index < 0 ? "" : "[" + index + "]");
    }
}
