package news.platform.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import news.platform.gateway.problem.Problem;
import news.platform.gateway.problem.TraceIds;
import news.platform.gateway.request.RequestHeader;
import news.platform.gateway.request.WithoutHeader;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;

/** Refuses other web sites with a problem, and knows its own. */
final class CorsProblems extends DefaultCorsProcessor {

    private final OwnOrigins own;

    CorsProblems(OwnOrigins own) {
        this.own = own;
    }

    @Override
    public boolean processRequest(
            @Nullable CorsConfiguration configuration, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var origin = RequestHeader.ORIGIN.first(request);
        // a request to one's own site needs no permission: it is let through as it would look without the header
        return super.processRequest(
                configuration,
                origin != null && own.contains(origin, request)
                        ? new WithoutHeader(request, RequestHeader.ORIGIN)
                        : request,
                response);
    }

    @Override
    protected void rejectRequest(ServerHttpResponse response) throws IOException {
        var problem = Problem.of(403, "ORIGIN_NOT_ALLOWED", "This web site may not call the API from a browser.");
        response.setStatusCode(HttpStatus.FORBIDDEN);
        response.getHeaders().setContentType(MediaType.parseMediaType(Problem.MEDIA_TYPE));
        response.getBody()
                .write(problem.body(TraceIds.of(((ServletServerHttpResponse) response).getServletResponse())));
        response.flush();
    }
}
