package news.platform.gateway.problem;

import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.Request;
import org.apache.coyote.http11.Http11InputBuffer;
import org.apache.tomcat.util.res.StringManager;
import org.jspecify.annotations.Nullable;

/** Why the server refused a request before it could read all of it; to the server every reason is a 400. */
final class ServerRefusals {

    /** Tells the head's length from its other faults, which are of the same type. */
    private static final String TOO_LARGE =
            StringManager.getManager(Http11InputBuffer.class).getString("iib.requestheadertoolarge.error");

    private ServerRefusals() {}

    /** The status that says it: 414, 431, else the server's own. */
    static int status(Request request, int status, @Nullable Throwable failure) {
        if (status != HttpServletResponse.SC_BAD_REQUEST || failure == null) {
            return status;
        }
        if (TOO_LARGE.equals(failure.getMessage())) {
            return request.getCoyoteRequest().requestURI().isNull() ? 414 : 431;
        }
        // the only one of this type: there are more headers than the server keeps
        return failure instanceof IllegalStateException ? 431 : status;
    }
}
