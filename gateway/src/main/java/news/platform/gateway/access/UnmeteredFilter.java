package news.platform.gateway.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import news.platform.error.v1.PlatformReason;
import news.platform.gateway.guard.ClientAddresses;
import news.platform.gateway.guard.RateLimits;
import news.platform.gateway.guard.TokenGuard;
import news.platform.gateway.problem.Problem;
import news.platform.gateway.problem.ProblemWriter;
import news.platform.gateway.request.RequestHeader;
import news.platform.gateway.route.RequestMatches;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes the rate of what never comes to pay at a method: what is not in the contract, tokens that must be verified first, and
 * callers that are refused. The address pays, from a bucket of its own, so that it costs no reader a read.
 */
final class UnmeteredFilter extends OncePerRequestFilter {

    private static final String PAID = UnmeteredFilter.class.getName();

    private final RequestMatches matches;
    private final TokenGuard tokens;
    private final ClientAddresses addresses;
    private final RateLimits limits;

    UnmeteredFilter(RequestMatches matches, TokenGuard tokens, ClientAddresses addresses, RateLimits limits) {
        this.matches = matches;
        this.tokens = tokens;
        this.addresses = addresses;
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isUnmetered(request) || pay(request, response)) {
            chain.doFilter(request, response);
        }
    }

    private boolean isUnmetered(HttpServletRequest request) {
        var authorization = RequestHeader.AUTHORIZATION.first(request);
        return matches.of(request).policy().isEmpty()
                || (authorization != null && tokens.remembered(authorization).isEmpty());
    }

    /** Ends a request that is refused: with its own problem, or with 429 where there were too many of them. */
    void refuse(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        if (hasPaid(request, response)) {
            ProblemWriter.write(request, response, problem);
        }
    }

    /** Takes the rate of a refusal unless it is taken already. False when the client has been told 429. */
    boolean hasPaid(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return request.getAttribute(PAID) != null || pay(request, response);
    }

    /** False when the client has asked too much and has been told so. */
    private boolean pay(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setAttribute(PAID, true);
        var allowance = limits.takeUnmetered(addresses.of(request));
        if (!allowance.allowed()) {
            ProblemWriter.write(
                    request,
                    response,
                    Problem.of(PlatformReason.RATE_LIMITED, "Too many requests for now.")
                            .retryAfter(Duration.ofSeconds(allowance.retryAfterSeconds())));
        }
        return allowance.allowed();
    }
}
