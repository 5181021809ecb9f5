package news.platform.gateway.problem;

import io.micrometer.tracing.Tracer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.ThreadLocalRandom;

/** The id under which a request is found in the traces, as every answer carries it. */
public final class TraceIds {

    /** The header of every answer. */
    public static final String HEADER = "X-Trace-Id";

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

    /** 32 hexadecimal digits. */
    public static String fresh() {
        var random = ThreadLocalRandom.current();
        return "%016x%016x".formatted(random.nextLong(), random.nextLong());
    }
}
