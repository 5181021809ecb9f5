package news.platform.gateway.hot.method;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import news.platform.edge.v1.Access;
import news.platform.gateway.contract.Contract;
import news.platform.right.RightsOverlay;
import news.platform.security.Caller;
import news.platform.security.EntitlementClass;
import news.platform.security.Rights;

/**
 * How much of what is paid for somebody may have from the edge's memory. Where the edge cannot be sure it says PERSONAL, and the service
 * is asked by the caller's own token: while this replica does not know the latest changes, while a right is about to begin or
 * to end, so that no clock but the service's decides, and for those with a role of their own, whom the service may show
 * more. Thread-safe.
 */
public final class EntitlementClasses {

    /** How far the clocks of the platform may differ. */
    private static final Duration DOUBT = Duration.ofSeconds(30);

    private final RightsOverlay overlay;
    private final Set<String> roles;
    private final Clock clock;

    public EntitlementClasses(Contract contract, RightsOverlay overlay, Clock clock) {
        this.overlay = overlay;
        this.clock = clock;
        this.roles = contract.methods().stream()
                .filter(method -> method.policy().access() == Access.ACCESS_ROLES)
                .flatMap(method -> method.policy().roles().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The class of a caller now; never blocks. */
    public EntitlementClass of(Caller caller) {
        Rights rights = overlay.of(caller);
        Instant now = clock.instant();
        return !overlay.isCurrent() || caller.hasAnyRole(roles) || rights.changes(now.minus(DOUBT), now.plus(DOUBT))
                ? EntitlementClass.PERSONAL
                : rights.at(now);
    }
}
