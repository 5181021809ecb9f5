package news.platform.gateway.problem;

import io.micrometer.tracing.Tracer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;

/** Puts the trace's id on every answer, and ends what fails in a filter behind it with a problem. */
final class ProblemFilter extends OncePerRequestFilter {

    private final Tracer tracer;
    private final Reports reports;

    ProblemFilter(Tracer tracer, Reports reports) {
        this.tracer = tracer;
        this.reports = reports;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(TraceIds.HEADER, TraceIds.current(tracer));
        try {
            checkPath(request);
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException e) {
            if (response.isCommitted()) {
                throw e;
            }
            ProblemWriter.write(request, response, reports.problem(request, e));
        }
    }

    /** The server decodes a path without its parameters; whoever needs the whole of it behind this finds it read already. */
    private static void checkPath(HttpServletRequest request) {
        try {
            ServletRequestPathUtils.parseAndCache(request);
        } catch (IllegalArgumentException e) {
            throw Failures.ofStatus(400).asException();
        }
    }
}
