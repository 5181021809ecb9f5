package news.platform.gateway.hot;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.LongSupplier;
import news.platform.gateway.answer.Answer;
import news.platform.gateway.guard.Numbers;
import news.platform.gateway.header.Headers;
import news.platform.gateway.hot.encoding.Compression;
import news.platform.gateway.hot.encoding.Encoded;
import news.platform.gateway.hot.encoding.Encoding;
import news.platform.gateway.hot.memory.HotEntry;
import news.platform.gateway.hot.memory.HotEntry.Use;
import news.platform.gateway.hot.method.HotMetrics.Outcome;
import news.platform.gateway.problem.SecurityHeaders;
import news.platform.gateway.problem.TraceIds;
import news.platform.gateway.request.Conditions;
import news.platform.gateway.request.RequestHeader;

/** Writes an answer, the same way wherever in the edge it is met. Thread-safe. */
final class HotWriter {

    private static final String NO_STORE = "no-store";
    private static final byte[] TRACE_FIELD = "\"traceId\":\"".getBytes(StandardCharsets.US_ASCII);

    private final boolean brotli;
    private final LongSupplier nanoTime;

    HotWriter(Compression compression, LongSupplier nanoTime) {
        this.brotli = compression.brotli();
        this.nanoTime = nanoTime;
    }

    /** Writes it and says what it was. */
    Outcome write(Reply reply, HttpServletRequest request, HttpServletResponse response) throws IOException {
        HotEntry entry = reply.entry();
        if (entry.isProblem()) {
            SecurityHeaders.set(response);
            writeProblem(entry.answer(), request, response);
            return Outcome.NEGATIVE;
        }
        Encoded encoded = entry.encoded(encoding(request));
        boolean notModified =
                Conditions.notModified(request, encoded.etag(), entry.answer().lastModified());
        Headers headers = Headers.of(request, response);
        headers.add(encoded.tagLine());
        headers.add(reply.method().headers(entry, reply.withToken()));
        headers.add("Age", Numbers.text(entry.ageSeconds(nanoTime.getAsLong())));
        entry.answer().headers().forEach(headers::add);
        boolean degraded = markDegraded(reply, response);
        if (notModified) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return Outcome.NOT_MODIFIED;
        }
        writeBody(entry.answer(), encoded, request, response);
        if (degraded) {
            return Outcome.DEGRADED;
        }
        return reply.use() == Use.STALE ? Outcome.STALE : Outcome.FRESH;
    }

    /** A second line is only looked for where the first one says little. */
    private Encoding encoding(HttpServletRequest request) {
        String first = RequestHeader.ACCEPT_ENCODING.first(request);
        Encoding encoding = Encoding.negotiate(first, brotli);
        return first == null || encoding != Encoding.IDENTITY
                ? encoding
                : Encoding.negotiate(RequestHeader.ACCEPT_ENCODING.list(request), brotli);
    }

    private static boolean markDegraded(Reply reply, HttpServletResponse response) {
        String degraded = reply.entry().degraded();
        if (reply.use() == Use.DEGRADED) {
            String service = reply.method().service();
            response.setHeader("X-Degraded", degraded == null ? service : service + "," + degraded);
            return true;
        }
        if (degraded != null) {
            response.setHeader("X-Degraded", degraded);
        }
        return degraded != null;
    }

    private static void writeBody(
            Answer answer, Encoded encoded, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(answer.status());
        response.setContentType(answer.contentType());
        String contentEncoding = encoded.contentEncoding();
        if (contentEncoding != null) {
            response.setHeader("Content-Encoding", contentEncoding);
        }
        send(encoded.body(), request, response);
    }

    private static void writeProblem(Answer answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(answer.status());
        response.setContentType(answer.contentType());
        response.setHeader("Cache-Control", NO_STORE);
        answer.retryAfter().map(HotWriter::seconds).ifPresent(after -> response.setHeader("Retry-After", after));
        send(withTraceId(answer.body(), TraceIds.of(response)), request, response);
    }

    private static void send(byte[] body, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    private static String seconds(Duration duration) {
        return Numbers.text(Math.max(1, duration.plusMillis(999).toSeconds()));
    }

    /** A problem names the trace of the request that it answers, not of the one that it was made for. */
    static byte[] withTraceId(byte[] problem, String traceId) {
        int from = indexOf(problem, TRACE_FIELD);
        int end = from;
        while (from > 0 && end < problem.length && problem[end] != '"') {
            end++;
        }
        if (from < 0 || end == problem.length) {
            return problem;
        }
        byte[] id = traceId.getBytes(StandardCharsets.US_ASCII);
        byte[] copy = new byte[problem.length - (end - from) + id.length];
        System.arraycopy(problem, 0, copy, 0, from);
        System.arraycopy(id, 0, copy, from, id.length);
        System.arraycopy(problem, end, copy, from + id.length, problem.length - end);
        return copy;
    }

    /** Where what follows the sought begins; -1 where it is not found. */
    private static int indexOf(byte[] bytes, byte[] sought) {
        for (int i = 0; i + sought.length <= bytes.length; i++) {
            int same = 0;
            while (same < sought.length && bytes[i + same] == sought[same]) {
                same++;
            }
            if (same == sought.length) {
                return i + sought.length;
            }
        }
        return -1;
    }
}
