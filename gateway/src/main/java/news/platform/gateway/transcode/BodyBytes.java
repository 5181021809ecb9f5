package news.platform.gateway.transcode;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import news.platform.gateway.contract.Method;
import news.platform.gateway.problem.Problem;
import news.platform.gateway.request.ContentType;
import news.platform.gateway.request.RequestHeader;

/** The bytes of a request's body, within their limit and of the right kind. */
final class BodyBytes {

    private static final int KILOBYTE = 1024;

    private final int usualSize;

    BodyBytes(int usualSize) {
        this.usualSize = usualSize;
    }

    /** Of the method's request, empty where no body was sent; refuses with 413 and 415. */
    byte[] read(HttpServletRequest request, Method method) throws IOException {
        int stated = method.policy().maxBodyKilobytes();
        int maxSize = stated == 0 ? usualSize : stated * KILOBYTE;
        var types = method.consumes();
        long length = request.getContentLengthLong();
        if (length > maxSize) {
            throw tooLarge(maxSize);
        }
        var encoding = RequestHeader.CONTENT_ENCODING.list(request);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw Problem.of(415, "UNSUPPORTED_ENCODING", "The body must not be compressed.")
                    .with("Accept-Encoding", "identity")
                    .asException();
        }
        // one of known length needs no room for a longer one
        byte[] body = request.getInputStream().readNBytes(length < 0 ? maxSize + 1 : (int) length);
        if (body.length > maxSize) {
            throw tooLarge(maxSize);
        }
        if (body.length > 0 && !ContentType.isOneOf(types, request.getContentType())) {
            throw Problem.of(
                            415, "UNSUPPORTED_MEDIA_TYPE", "The body must be %s.".formatted(String.join(" or ", types)))
                    .with("Accept", String.join(", ", types))
                    .asException();
        }
        return body;
    }

    private static RuntimeException tooLarge(int maxSize) {
        return Problem.of(413, "TOO_LARGE", "The body is longer than %d bytes.".formatted(maxSize))
                .with("Connection", "close")
                .asException();
    }
}
