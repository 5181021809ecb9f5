package news.platform.benchmarks.sse;

import java.nio.charset.StandardCharsets;

/** The fields of an event as they stand in bytes: found without making anything of them. */
final class Lines {
    static final byte[] ID = ascii("id: ");
    static final byte[] EVENT = ascii("event: ");
    static final byte[] DATA = ascii("data: ");
    static final byte[] RETRY = ascii("retry: ");
    static final byte[] RESET = ascii("event: reset");
    static final byte[] OK = ascii("HTTP/1.1 200");

    private Lines() {}

    /** Where a blank line begins that ends what stands from here on; -1 where there is none. */
    static int blank(byte[] bytes, int from, int to) {
        for (int i = from; i + 1 < to; i++) {
            if (bytes[i] == '\n' && bytes[i + 1] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Where the body begins; -1 where the head does not end. */
    static int body(byte[] bytes, int to) {
        for (int i = 0; i + 3 < to; i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n' && bytes[i + 2] == '\r' && bytes[i + 3] == '\n') {
                return i + 4;
            }
        }
        return -1;
    }

    /** Where this line ends. */
    static int end(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    static boolean startsWith(byte[] bytes, int from, byte[] text) {
        for (int i = 0; i < text.length; i++) {
            if (from + i >= bytes.length || bytes[from + i] != text[i]) {
                return false;
            }
        }
        return true;
    }

    /** The digits that stand there. */
    static long number(byte[] bytes, int from) {
        long number = 0;
        for (int i = from; i < bytes.length && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
