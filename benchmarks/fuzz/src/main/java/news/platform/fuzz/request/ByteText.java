package news.platform.fuzz.request;

import java.nio.charset.StandardCharsets;

/** Texts in which each character is one byte of the wire. */
public final class ByteText {
    private static final String PLAIN = "-._~:@!$'()*,";

    private ByteText() {}

    /** The bytes of UTF-8. */
    public static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    public static byte[] bytes(String byteText) {
        return byteText.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static String of(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** With everything that has a meaning in an address as %XX. */
    public static String percent(String byteText) {
        var text = new StringBuilder();
        for (char each : byteText.toCharArray()) {
            if (each < 128 && (Character.isLetterOrDigit(each) || PLAIN.indexOf(each) >= 0)) {
                text.append(each);
            } else {
                text.append('%').append(String.format("%02X", (int) each));
            }
        }
        return text.toString();
    }

    /** Quoted as JSON, nothing of the bytes above 0x7f changed. */
    public static String json(String byteText) {
        var text = new StringBuilder("\"");
        for (char each : byteText.toCharArray()) {
            switch (each) {
                case '"', '\\' -> text.append('\\').append(each);
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(each < 0x20 ? String.format("\\u%04x", (int) each) : String.valueOf(each));
            }
        }
        return text.append('"').toString();
    }
}
