package news.platform.grpc.server;

import build.buf.validate.FieldPath;
import build.buf.validate.FieldPathElement;

/** Writes paths as the JSON of the request has them: lowerCamelCase, {@code authors[2].name}. */
final class FieldPaths {
    private FieldPaths() {}

    static String of(FieldPath path) {
        StringBuilder text = new StringBuilder();
        for (FieldPathElement element : path.getElementsList()) {
            if (!text.isEmpty()) {
                text.append('.');
            }
            appendCamel(text, element.getFieldName());
            switch (element.getSubscriptCase()) {
                case INDEX -> text.append('[').append(element.getIndex()).append(']');
                case BOOL_KEY -> text.append('[').append(element.getBoolKey()).append(']');
                case INT_KEY -> text.append('[').append(element.getIntKey()).append(']');
                case UINT_KEY ->
                    text.append('[')
                            .append(Long.toUnsignedString(element.getUintKey()))
                            .append(']');
                case STRING_KEY ->
                    text.append('[').append(element.getStringKey()).append(']');
                case SUBSCRIPT_NOT_SET -> {}
            }
        }
        return text.toString();
    }

    private static void appendCamel(StringBuilder text, String name) {
        boolean upper = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '_') {
                upper = true;
            } else {
                text.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
    }
}
