package news.platform.gateway.transcode.query;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Percent-decoding of paths and queries as UTF-8; what is no UTF-8 or no escape is null, never guessed. */
public final class PercentCoding {

    private static final String RESERVED = "!#$&'()*+,/:;=?@[]";

    private PercentCoding() {}

    /** A part of a path that is one segment: every escape is decoded. */
    public static @Nullable String segment(String text) {
        return text.indexOf('%') < 0 ? text : decode(text, false, false);
    }

    /** A part of a path of several segments: escapes of reserved characters stay as they came. */
    public static @Nullable String segments(String text) {
        return text.indexOf('%') < 0 ? text : decode(text, true, false);
    }

    /** A name or a value of a query: a plus is a space. */
    public static @Nullable String query(String text) {
        return text.indexOf('%') < 0 && text.indexOf('+') < 0 ? text : decode(text, false, true);
    }

    private static @Nullable String decode(String text, boolean keepReserved, boolean plusIsSpace) {
        var bytes = new ByteArrayOutputStream(text.length());
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '+' && plusIsSpace) {
                bytes.write(' ');
                continue;
            }
            if (raw[i] != '%') {
                bytes.write(raw[i]);
                continue;
            }
            int value = escape(raw, i);
            if (value < 0) {
                return null;
            }
            if (keepReserved && RESERVED.indexOf(value) >= 0) {
                bytes.write(raw, i, 3);
            } else {
                bytes.write(value);
            }
            i += 2;
        }
        return utf8(bytes.toByteArray());
    }

    private static int escape(byte[] raw, int at) {
        if (at + 2 >= raw.length) {
            return -1;
        }
        int high = Character.digit(raw[at + 1], 16);
        int low = Character.digit(raw[at + 2], 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    /** The text of the bytes, null where they are no UTF-8. */
    public static @Nullable String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
