package news.platform.gateway.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** What fails in a handler ends with a problem; when the client has left, nobody needs to be told. */
final class ProblemResolver implements HandlerExceptionResolver, Ordered {

    private final Reports reports;

    ProblemResolver(Reports reports) {
        this.reports = reports;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception e) {
        try {
            if (!(e instanceof IOException)) {
                ProblemWriter.write(request, response, reports.problem(request, e));
            }
        } catch (IOException left) {
            // the client is gone
        }
        return new ModelAndView();
    }
}
