package news.platform.gateway.problem;

import io.micrometer.tracing.Tracer;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/** The id under which a request is found in the traces, as every answer carries it. */
public final class TraceIds {

    /** The header of every answer. */
    public static final String HEADER = "X-Trace-Id";

    private static final char[] HEX = "0123456789abcdef".toCharArray();
    private static final int LENGTH = 32;

    private TraceIds() {}

    /** The running trace's id; a new one where nothing is traced. */
    public static String current(Tracer tracer) {
        var span = tracer.currentSpan();
        return span == null ? fresh() : span.context().traceId();
    }

    /** The id that the answer already carries; a new one, which is then set, where it carries none. */
    public static String of(HttpServletResponse response) {
        var set = response.getHeader(HEADER);
        if (set != null) {
            return set;
        }
        var id = fresh();
        response.setHeader(HEADER, id);
        return id;
    }

    /** 32 hexadecimal digits, never all zero, which no trace may be. */
    public static String fresh() {
        var random = ThreadLocalRandom.current();
        byte[] digits = new byte[LENGTH];
        digits(random.nextLong(), digits, 0);
        digits(random.nextLong() | 1, digits, LENGTH / 2);
        return new String(digits, StandardCharsets.ISO_8859_1);
    }

    private static void digits(long value, byte[] into, int from) {
        long rest = value;
        for (int i = from + LENGTH / 2 - 1; i >= from; i--) {
            into[i] = (byte) HEX[(int) (rest & 15)];
            rest >>>= 4;
        }
    }
}
