package news.platform.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import news.platform.error.v1.PlatformReason;
import news.platform.gateway.guard.ClientAddresses;
import news.platform.gateway.route.RequestMatches;
import news.platform.security.AuditEvent;
import news.platform.security.AuditLog;
import news.platform.security.CallOrigin;
import news.platform.security.Caller;
import org.springframework.security.core.context.SecurityContextHolder;

/** Writes who lacks a role into the security log: the service, which would, never hears of a request refused here. */
final class RoleRefusals {

    private final RequestMatches matches;
    private final ClientAddresses addresses;
    private final AuditLog audit;

    RoleRefusals(RequestMatches matches, ClientAddresses addresses, AuditLog audit) {
        this.matches = matches;
        this.addresses = addresses;
        this.audit = audit;
    }

    void record(HttpServletRequest request) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Caller caller) {
            matches.of(request)
                    .name()
                    .ifPresent(name -> audit.record(
                            AuditEvent.refusedByRole(caller, name, PlatformReason.PERMISSION_DENIED),
                            new CallOrigin(Optional.of(addresses.of(request)), Optional.empty())));
        }
    }
}
