package news.platform.gateway.guard;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import news.platform.edge.v1.Rate;
import news.platform.error.v1.PlatformReason;
import news.platform.gateway.header.Headers;
import news.platform.gateway.problem.Problem;
import news.platform.policy.Policy;
import news.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/** What a request of the ordinary chain pays: its rate, and where it makes a call its place. Thread-safe. */
public final class Toll {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final ClientAddresses addresses;
    private final RateLimits limits;
    private final Admission admission;

    Toll(ClientAddresses addresses, RateLimits limits, Admission admission) {
        this.addresses = addresses;
        this.limits = limits;
        this.admission = admission;
    }

    /** Of the client, as its rate is counted. */
    public String address(HttpServletRequest request) {
        return addresses.of(request);
    }

    /** Takes the request's rate, or refuses with 429. */
    public void rate(Policy policy, @Nullable Caller caller, String address, Headers headers) {
        var allowance = limits.take(policy.rate(), caller, address);
        allowance.writeTo(headers);
        if (!allowance.allowed()) {
            throw Problem.of(PlatformReason.RATE_LIMITED, "Too many requests for now.")
                    .retryAfter(Duration.ofSeconds(allowance.retryAfterSeconds()))
                    .asException();
        }
    }

    /**
     * Takes a place under the limit of calls at once, or refuses with 503.
     *
     * @param name of what is called; there are few of them
     */
    public Admission.Permit place(String name, Policy policy) {
        var permit = policy.waits().isPresent()
                ? admission.enterWaiting(policy.priority())
                : policy.rate() == Rate.RATE_CALLBACK
                        ? admission.enterCallback()
                        : admission.enter(name, policy.priority());
        if (permit == null) {
            throw overloaded();
        }
        return permit;
    }

    /** The refusal where there is no room: 503. */
    public static RuntimeException overloaded() {
        return Problem.of(PlatformReason.OVERLOADED, "Too many requests at once for now.")
                .retryAfter(SOON)
                .asException();
    }
}
