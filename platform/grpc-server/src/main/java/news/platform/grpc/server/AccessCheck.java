package news.platform.grpc.server;

import io.grpc.Metadata;
import java.util.Locale;
import java.util.Optional;
import news.platform.edge.v1.Access;
import news.platform.edge.v1.IdempotencyKey;
import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;
import news.platform.policy.Policy;
import news.platform.security.AuditEvent;
import news.platform.security.AuditLog;
import news.platform.security.Caller;
import news.platform.security.SessionCheck;
import news.platform.security.token.InvalidTokenException;
import news.platform.security.token.TokenVerifier;

/**
 * The second lock: what the gateway demanded by the policy is demanded again here, token included.
 *
 * <ul>
 *   <li>PUBLIC: a token is not looked at.
 *   <li>OPTIONAL: no token, or a valid one.
 *   <li>USER: a valid token. ROLES: one with one of the roles, of a session that is open still where the service can
 *       tell; who has none of the roles is written into the security log.
 *   <li>INTERNAL: as OPTIONAL; which services may call was decided by {@link PeerCheck}.
 *   <li>A stream for the edge, called by the gateway: as OPTIONAL; the gateway holds each client to the rules.
 *   <li>SIGNED: as OPTIONAL; the service itself verifies the signature, or the roles of the token sent instead.
 * </ul>
 */
final class AccessCheck {
    private static final Metadata.Key<String> AUTHORIZATION = CallState.key("authorization");
    private static final String BEARER = "bearer ";
    private static final int MAX_KEY_LENGTH = 255;

    private final TokenVerifier tokens;
    private final SessionCheck sessions;
    private final AuditLog audit;

    AccessCheck(TokenVerifier tokens, SessionCheck sessions, AuditLog audit) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** Who calls; empty when the call is anonymous and may be. */
    Optional<Caller> check(CallState call) {
        Policy policy = call.policy();
        Optional<Caller> caller = policy.access() == Access.ACCESS_PUBLIC ? Optional.empty() : caller(call);
        checkAccess(call, caller);
        checkIdempotencyKey(call);
        return caller;
    }

    private void checkAccess(CallState call, Optional<Caller> caller) {
        if (call.policy().stream().isPresent() && call.service().isEmpty()) {
            // the gateway's own call, for all of its clients, each of whom it has let in by these rules
            return;
        }
        switch (call.policy().access()) {
            case ACCESS_PUBLIC, ACCESS_OPTIONAL, ACCESS_INTERNAL, ACCESS_SIGNED -> {}
            case ACCESS_USER -> requireCaller(caller);
            case ACCESS_ROLES -> checkRoles(call, requireCaller(caller));
            case ACCESS_UNSPECIFIED, UNRECOGNIZED ->
                throw new DomainException(PlatformReason.PERMISSION_DENIED, "Nobody may do this.");
        }
    }

    private void checkRoles(CallState call, Caller caller) {
        if (!caller.hasAnyRole(call.policy().roles())) {
            refused(call, caller, PlatformReason.PERMISSION_DENIED);
            throw new DomainException(PlatformReason.PERMISSION_DENIED, "The caller may not do this.");
        }
        if (!sessions.isOpen(caller)) {
            refused(call, caller, PlatformReason.UNAUTHENTICATED);
            throw new DomainException(PlatformReason.UNAUTHENTICATED, "The session has ended.");
        }
    }

    private void refused(CallState call, Caller caller, PlatformReason reason) {
        audit.record(AuditEvent.refusedByRole(caller, call.method(), reason), call.origin());
    }

    private static Caller requireCaller(Optional<Caller> caller) {
        return caller.orElseThrow(
                () -> new DomainException(PlatformReason.UNAUTHENTICATED, "A valid access token is needed."));
    }

    private Optional<Caller> caller(CallState call) {
        Optional<String> authorization = call.header(AUTHORIZATION);
        if (authorization.isEmpty()) {
            return Optional.empty();
        }
        String value = authorization.get();
        if (!value.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw new DomainException(PlatformReason.UNAUTHENTICATED, "Only bearer tokens are accepted.");
        }
        try {
            return Optional.of(tokens.verify(value.substring(BEARER.length()).strip()));
        } catch (InvalidTokenException e) {
            throw new DomainException(
                    PlatformReason.UNAUTHENTICATED,
                    Optional.ofNullable(e.getMessage()).orElse("Invalid token."));
        }
    }

    private static void checkIdempotencyKey(CallState call) {
        Optional<String> key = call.idempotencyKey();
        if (key.isEmpty() && call.policy().idempotencyKey() == IdempotencyKey.IDEMPOTENCY_KEY_REQUIRED) {
            throw new DomainException(
                    PlatformReason.IDEMPOTENCY_KEY_MISSING, "This request takes the header Idempotency-Key.");
        }
        if (key.isPresent() && key.get().length() > MAX_KEY_LENGTH) {
            throw DomainException.field(
                    PlatformReason.INVALID_FIELD,
                    "Idempotency-Key",
                    String.format(Locale.ROOT, "must be at most %d characters", MAX_KEY_LENGTH));
        }
    }
}
