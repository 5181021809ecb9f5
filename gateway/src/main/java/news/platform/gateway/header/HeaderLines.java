package news.platform.gateway.header;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Headers that many answers carry, encoded once. Immutable. */
public final class HeaderLines {

    private static final byte DELETE = 127;

    private final List<Map.Entry<String, String>> pairs;
    private final byte[] bytes;
    private final int[] lengths;

    /** @param pairs names and Latin-1 values; control characters other than tab become blanks */
    public HeaderLines(List<Map.Entry<String, String>> pairs) {
        this.pairs = List.copyOf(pairs);
        this.lengths = new int[2 * pairs.size()];
        var all = new ByteArrayOutputStream();
        int at = 0;
        for (var pair : pairs) {
            byte[] name = bytes(pair.getKey());
            byte[] value = bytes(pair.getValue());
            all.writeBytes(name);
            all.writeBytes(value);
            lengths[at++] = name.length;
            lengths[at++] = value.length;
        }
        this.bytes = all.toByteArray();
    }

    /** One line. */
    public static HeaderLines of(String name, String value) {
        return new HeaderLines(List.of(Map.entry(name, value)));
    }

    List<Map.Entry<String, String>> pairs() {
        return pairs;
    }

    int size() {
        return lengths.length / 2;
    }

    int nameLength(int line) {
        return lengths[2 * line];
    }

    int valueLength(int line) {
        return lengths[2 * line + 1];
    }

    /** Names and values one after the other, in an array of the caller's own. */
    byte[] copy() {
        return bytes.clone();
    }

    /** Never a control character, with which a value could end its line and begin another. */
    static byte[] bytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < bytes.length; i++) {
            if ((bytes[i] >= 0 && bytes[i] < ' ' && bytes[i] != '\t') || bytes[i] == DELETE) {
                bytes[i] = ' ';
            }
        }
        return bytes;
    }
}
