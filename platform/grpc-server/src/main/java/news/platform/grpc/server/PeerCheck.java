package news.platform.grpc.server;

import java.util.Optional;
import java.util.Set;
import news.platform.edge.v1.Access;
import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;
import news.platform.grpc.warmup.OwnCalls;
import news.platform.policy.Policy;
import news.platform.security.AuditEvent;
import news.platform.security.AuditLog;
import news.platform.topology.ServiceEntry;
import news.platform.topology.Topology;

/**
 * The first lock: only services whose row in the table names this one may call it, and the gateway. An internal method is
 * not for the gateway, and where its policy names callers for nobody else. This one itself calls what {@link OwnCalls} allows.
 * Who is refused is written into the security log.
 */
final class PeerCheck {
    private final String gateway;
    private final Set<String> callers;
    private final Optional<String> self;
    private final OwnCalls own;
    private final AuditLog audit;

    /** {@code application}: the name of this service's module; one that is not in the table is called by nobody. */
    PeerCheck(Topology topology, String application, OwnCalls own, AuditLog audit) {
        this.gateway = topology.gateway().name();
        this.self = topology.ofApplication(application).map(ServiceEntry::name);
        this.callers = self.map(topology::callersOf).orElse(Set.of());
        this.own = own;
        this.audit = audit;
    }

    /** The peer if it is a service; empty: it is the gateway. */
    Optional<String> service(String peer) {
        return Optional.of(peer).filter(name -> !name.equals(gateway));
    }

    /** Refuses a call of a service that may not make it; {@code peer} is empty where it is not known. */
    void check(String peer, CallState call) {
        if (!isOwn(peer, call) && (!callers.contains(peer) || !isAllowed(peer, call.policy()))) {
            audit.record(AuditEvent.refused("service-access", PlatformReason.SERVICE_NOT_ALLOWED)
                    .with("service", peer.isEmpty() ? "unknown" : peer)
                    .with("method", call.method()));
            throw new DomainException(PlatformReason.SERVICE_NOT_ALLOWED, "This service may not call this.");
        }
    }

    private boolean isOwn(String peer, CallState call) {
        return self.filter(peer::equals).isPresent() && own.allows(call.method());
    }

    private boolean isAllowed(String peer, Policy policy) {
        if (policy.access() != Access.ACCESS_INTERNAL) {
            return true;
        }
        return policy.callers().isEmpty()
                ? service(peer).isPresent()
                : policy.callers().contains(peer);
    }
}
