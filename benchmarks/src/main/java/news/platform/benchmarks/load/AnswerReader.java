package news.platform.benchmarks.load;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import news.platform.local.console.Complaint;

/**
 * Reads the answers of one connection as far as a load generator must know them: status, end, and whether the
 * connection goes on. One buffer, nothing allocated for an answer. Answers in chunks are refused loudly.
 */
final class AnswerReader {
    private static final int SIZE = 32_768;
    private static final byte[] VERSION = ascii("http/1.");
    private static final byte[] LENGTH = ascii("content-length:");
    private static final byte[] CODING = ascii("transfer-encoding:");
    private static final byte[] CLOSE = ascii("connection: close");
    private static final int STATUS_AT = 9;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final ByteBuffer bytes = ByteBuffer.allocateDirect(SIZE);
    private boolean inBody;
    private int scanned;
    private long left;
    private int status;
    private boolean last;

    /** Forgets what was begun: for a new connection. */
    void reset() {
        bytes.clear();
        inBody = false;
        scanned = 0;
        last = false;
    }

    /** Reads once what has come. True when that completes the answer. */
    boolean read(ReadableByteChannel channel) throws IOException {
        int count = channel.read(bytes);
        if (count < 0) {
            throw new EOFException("the connection was closed");
        }
        if (inBody) {
            left -= count;
        } else if (!headEnds()) {
            return false;
        }
        bytes.clear();
        if (left < 0) {
            throw new Complaint("An answer is longer than it says by " + -left + " bytes.");
        }
        inBody = left > 0;
        scanned = 0;
        return left == 0;
    }

    /** Of the last answer. */
    int status() {
        return status;
    }

    /** Whether the server ends the connection after this answer. */
    boolean last() {
        return last;
    }

    private boolean headEnds() {
        int end = bytes.position();
        for (; scanned + 4 <= end; scanned++) {
            if (bytes.getInt(scanned) == 0x0d0a0d0a) {
                int body = scanned + 4;
                parseHead(body);
                left -= end - body;
                return true;
            }
        }
        if (!bytes.hasRemaining()) {
            throw new Complaint("The head of an answer is longer than " + SIZE + " bytes.");
        }
        return false;
    }

    private void parseHead(int end) {
        if (!is(VERSION, 0)) {
            throw new Complaint("What came is not the head of an HTTP/1 answer.");
        }
        status = (int) number(STATUS_AT);
        left = -1;
        last = false;
        for (int line = nextLine(0); line < end - 2; line = nextLine(line)) {
            if (is(LENGTH, line)) {
                left = number(line + LENGTH.length);
            } else if (is(CODING, line)) {
                throw new Complaint("An answer came in chunks, which this generator does not read.");
            } else if (is(CLOSE, line)) {
                last = true;
            }
        }
        if (status == NO_CONTENT || status == NOT_MODIFIED) {
            left = 0;
        }
        if (left < 0) {
            throw new Complaint("An answer with status " + status + " does not say how long it is.");
        }
    }

    private int nextLine(int from) {
        int at = from;
        while (bytes.get(at) != '\n') {
            at++;
        }
        return at + 1;
    }

    /** Whether this text in small letters stands there, in whatever case. */
    private boolean is(byte[] text, int at) {
        if (at + text.length > bytes.position()) {
            return false;
        }
        for (int i = 0; i < text.length; i++) {
            if ((bytes.get(at + i) | 0x20) != text[i]) {
                return false;
            }
        }
        return true;
    }

    private long number(int from) {
        int at = from;
        while (bytes.get(at) == ' ') {
            at++;
        }
        long number = 0;
        for (byte digit = bytes.get(at); digit >= '0' && digit <= '9'; digit = bytes.get(++at)) {
            number = number * 10 + digit - '0';
        }
        return number;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
