package news.platform.gateway.access;

import java.io.IOException;
import news.platform.gateway.problem.Problem;
import news.platform.gateway.problem.TraceIds;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.DefaultCorsProcessor;

/** Refuses other web sites with a problem. */
final class CorsProblems extends DefaultCorsProcessor {

    @Override
    protected void rejectRequest(ServerHttpResponse response) throws IOException {
        var problem = Problem.of(403, "ORIGIN_NOT_ALLOWED", "This web site may not call the API from a browser.");
        response.setStatusCode(HttpStatus.FORBIDDEN);
        response.getHeaders().setContentType(MediaType.parseMediaType(Problem.MEDIA_TYPE));
        response.getBody().write(problem.body(TraceIds.fresh()));
        response.flush();
    }
}
