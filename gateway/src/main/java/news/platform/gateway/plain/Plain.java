package news.platform.gateway.plain;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.platform.edge.v1.Access;
import news.platform.edge.v1.Fallback;
import news.platform.edge.v1.IdempotencyKey;
import news.platform.edge.v1.Priority;
import news.platform.edge.v1.Rate;
import news.platform.gateway.contract.PathTemplate;
import news.platform.policy.Policy;
import news.platform.topology.Route;

/**
 * A route of plain HTTP, as the edge sees it.
 *
 * @param service whose it is, as its module is called
 * @param route as the table has it
 * @param template its path
 * @param address of the service
 * @param policy what the edge's locks and limits read of it
 */
public record Plain(String service, Route route, PathTemplate template, URI address, Policy policy) {

    /** Attribute of a request that goes on without its token. */
    static final String ANONYMOUS = Plain.class.getName() + ".anonymous";

    private static final Duration DEADLINE = Duration.ofMinutes(1);
    private static final int MAX_CONCURRENT = 256;

    static Plain of(String service, Route route, URI address) {
        return new Plain(service, route, PathTemplate.parse(route.path()), address, policy(route));
    }

    /** For example {@code content-service/media/{id}}. */
    public String name() {
        return service + route.path();
    }

    private static Policy policy(Route route) {
        return new Policy(
                switch (route.access()) {
                    case PUBLIC -> Access.ACCESS_PUBLIC;
                    case USER -> Access.ACCESS_USER;
                    case ROLES -> Access.ACCESS_ROLES;
                },
                Set.copyOf(route.roles()),
                Set.of(),
                Priority.PRIORITY_NORMAL,
                DEADLINE,
                MAX_CONCURRENT,
                Fallback.FALLBACK_NONE,
                Optional.empty(),
                Rate.valueOf("RATE_" + route.rate()),
                IdempotencyKey.IDEMPOTENCY_KEY_NONE,
                Optional.empty(),
                200,
                false,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                0,
                List.of());
    }
}
