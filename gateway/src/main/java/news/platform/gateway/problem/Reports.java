package news.platform.gateway.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import news.platform.error.FailureReporter;

/** Turns an accident of the gateway's own into a problem and tells whoever collects accidents. */
final class Reports {

    private static final int INTERNAL = 500;

    private final List<FailureReporter> reporters;

    Reports(List<FailureReporter> reporters) {
        this.reporters = List.copyOf(reporters);
    }

    Problem problem(HttpServletRequest request, Throwable failure) {
        var problem = Failures.of(failure);
        if (problem.status() == INTERNAL) {
            reporters.forEach(
                    reporter -> reporter.report(failure, request.getMethod() + " " + request.getRequestURI()));
        }
        return problem;
    }
}
