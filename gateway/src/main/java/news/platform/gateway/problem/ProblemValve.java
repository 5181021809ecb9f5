package news.platform.gateway.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** What the server refuses before any filter sees it ends with a problem, too. Made by the server, by its class name. */
public final class ProblemValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            var problem = failure != null && response.getStatus() == HttpServletResponse.SC_INTERNAL_SERVER_ERROR
                    ? Failures.of(failure)
                    : Failures.ofStatus(ServerRefusals.status(request, response.getStatus(), failure));
            byte[] body = problem.body(TraceIds.of(response));
            response.setStatus(problem.status());
            SecurityHeaders.set(response);
            problem.headers().forEach(response::setHeader);
            response.setHeader("Cache-Control", "no-store");
            response.setContentType(Problem.MEDIA_TYPE);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException e) {
            // the client is gone
        }
    }
}
