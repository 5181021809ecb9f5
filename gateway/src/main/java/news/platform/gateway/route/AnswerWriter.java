package news.platform.gateway.route;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import news.platform.edge.v1.Access;
import news.platform.gateway.answer.Answer;
import news.platform.gateway.header.Headers;
import news.platform.gateway.problem.SecurityHeaders;
import news.platform.gateway.request.Accepted;
import news.platform.gateway.request.Conditions;
import news.platform.gateway.transcode.EntityTags;
import news.platform.policy.Policy;

/** Writes an answer that is not kept: validators, encoding, 304. */
final class AnswerWriter {

    /** Below it gzip saves no packet. */
    private static final int WORTH_COMPRESSING = 1024;

    private AnswerWriter() {}

    static void write(
            Answer answer, Policy policy, boolean personal, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean safe = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        boolean gzip = answer.body().length >= WORTH_COMPRESSING && Accepted.gzip(request);
        var tag = EntityTags.of(answer.etag(), EntityTags.hash(answer.body()), gzip ? "g" : "");
        boolean notModified =
                safe && answer.status() < 300 && Conditions.notModified(request, tag, answer.lastModified());
        var headers = Headers.of(request, response);
        headers.add(SecurityHeaders.LINES);
        response.setStatus(answer.status());
        answer.headers().forEach(headers::add);
        headers.add("Cache-Control", CacheControl.of(policy, answer, safe, personal));
        if (!answer.degraded().isEmpty()) {
            headers.add("X-Degraded", String.join(",", answer.degraded()));
            headers.add("Age", "0");
        }
        if (answer.status() == HttpServletResponse.SC_NO_CONTENT) {
            return;
        }
        headers.add("Vary", "Accept-Encoding");
        if (policy.access() == Access.ACCESS_OPTIONAL) {
            headers.add("Vary", "Authorization");
        }
        if (answer.status() < 300) {
            headers.add("ETag", tag);
        }
        if (notModified) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        body(answer, gzip, request, response);
    }

    private static void body(Answer answer, boolean gzip, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        byte[] bytes = gzip ? compress(answer.body()) : answer.body();
        response.setContentType(answer.contentType());
        response.setContentLength(bytes.length);
        if (gzip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(bytes);
        }
    }

    private static byte[] compress(byte[] body) throws IOException {
        var compressed = new ByteArrayOutputStream(body.length / 2);
        try (var out = new GZIPOutputStream(compressed)) {
            out.write(body);
        }
        return compressed.toByteArray();
    }
}
