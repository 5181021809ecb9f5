package news.platform.gateway.transcode;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import news.platform.gateway.problem.Failures;
import news.platform.gateway.problem.Problem;

/** The bytes of a request's body, within their limit and of the right kind. */
final class BodyBytes {

    private static final Set<String> JSON = Set.of("application/json", "application/merge-patch+json");

    private final int maxSize;

    BodyBytes(int maxSize) {
        this.maxSize = maxSize;
    }

    /** Empty where no body was sent; refuses with 413 and 415. */
    byte[] read(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > maxSize) {
            throw tooLarge();
        }
        var encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw Problem.of(415, "UNSUPPORTED_ENCODING", "The body must not be compressed.")
                    .with("Accept-Encoding", "identity")
                    .asException();
        }
        byte[] body = request.getInputStream().readNBytes(maxSize + 1);
        if (body.length > maxSize) {
            throw tooLarge();
        }
        if (body.length > 0 && !isJson(request.getContentType())) {
            throw Failures.ofStatus(415).with("Accept", "application/json").asException();
        }
        return body;
    }

    private static boolean isJson(String contentType) {
        if (contentType == null) {
            return false;
        }
        int semicolon = contentType.indexOf(';');
        var type = semicolon < 0 ? contentType : contentType.substring(0, semicolon);
        var parameters = semicolon < 0 ? "" : contentType.substring(semicolon + 1);
        return JSON.contains(type.strip().toLowerCase(Locale.ROOT)) && isUtf8(parameters);
    }

    private static boolean isUtf8(String parameters) {
        var text = parameters.strip().toLowerCase(Locale.ROOT).replace("\"", "");
        return !text.startsWith("charset=") || text.equals("charset=utf-8");
    }

    private Problem tooLargeProblem() {
        return Problem.of(413, "TOO_LARGE", "The body is longer than %d bytes.".formatted(maxSize));
    }

    private RuntimeException tooLarge() {
        return tooLargeProblem().with("Connection", "close").asException();
    }
}
