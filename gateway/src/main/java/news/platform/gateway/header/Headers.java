package news.platform.gateway.header;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Where the headers of one answer go. Through the servlet interface the server makes an encoder for every name and every
 * value of every answer, a tenth of the cost of an answer from memory; where the server lets us, they reach it as bytes.
 *
 * <p>Adds, never replaces: each header is added once, by one place. Not thread-safe.
 */
public abstract sealed class Headers permits NativeHeaders, ServletHeaders {

    Headers() {}

    /** Those of this answer, which must not be committed. */
    public static Headers of(ServletRequest request, HttpServletResponse response) {
        return request.getAttribute(NativeHeaders.ATTRIBUTE) instanceof NativeHeaders known
                ? known
                : new ServletHeaders(response);
    }

    /** @param value Latin-1; control characters other than tab become blanks */
    public abstract void add(String name, String value);

    /** Adds all of them, in their order. */
    public abstract void add(HeaderLines lines);
}
