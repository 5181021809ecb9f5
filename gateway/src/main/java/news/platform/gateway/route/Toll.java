package news.platform.gateway.route;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import news.platform.error.v1.PlatformReason;
import news.platform.gateway.contract.Method;
import news.platform.gateway.guard.Admission;
import news.platform.gateway.guard.ClientAddresses;
import news.platform.gateway.guard.RateLimits;
import news.platform.gateway.header.Headers;
import news.platform.gateway.problem.Problem;
import news.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/** What a request of the ordinary chain pays: its rate, and where it makes a call its place. */
final class Toll {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final ClientAddresses addresses;
    private final RateLimits limits;
    private final Admission admission;

    Toll(ClientAddresses addresses, RateLimits limits, Admission admission) {
        this.addresses = addresses;
        this.limits = limits;
        this.admission = admission;
    }

    String address(HttpServletRequest request) {
        return addresses.of(request);
    }

    /** Takes the request's rate, or refuses with 429. */
    void rate(Method method, @Nullable Caller caller, String address, Headers headers) {
        var allowance = limits.take(method.policy().rate(), caller, address);
        allowance.writeTo(headers);
        if (!allowance.allowed()) {
            throw Problem.of(PlatformReason.RATE_LIMITED, "Too many requests for now.")
                    .retryAfter(Duration.ofSeconds(allowance.retryAfterSeconds()))
                    .asException();
        }
    }

    /** Takes a place under the limit of calls at once, or refuses with 503. */
    Admission.Permit place(Method method) {
        var policy = method.policy();
        var permit = policy.waits().isPresent()
                ? admission.enterWaiting(policy.priority())
                : admission.enter(method.name(), policy.priority());
        if (permit == null) {
            throw Problem.of(PlatformReason.OVERLOADED, "Too many requests at once for now.")
                    .retryAfter(SOON)
                    .asException();
        }
        return permit;
    }
}
