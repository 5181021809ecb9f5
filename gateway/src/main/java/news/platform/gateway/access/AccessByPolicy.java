package news.platform.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import news.platform.gateway.route.RequestMatches;
import news.platform.policy.Policy;
import news.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Lets in whom the policy of the method or of the plain route lets in. What is neither has none: it is the documentation or
 * a 404.
 */
final class AccessByPolicy implements AuthorizationManager<HttpServletRequest> {

    private final RequestMatches matches;
    private final SignedHeaders signatures;

    AccessByPolicy(RequestMatches matches, SignedHeaders signatures) {
        this.matches = matches;
        this.signatures = signatures;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication, HttpServletRequest request) {
        return new AuthorizationDecision(matches.of(request)
                .policy()
                .map(policy -> mayCall(policy, request))
                .orElse(true));
    }

    private boolean mayCall(Policy policy, HttpServletRequest request) {
        return switch (policy.access()) {
            case ACCESS_PUBLIC, ACCESS_OPTIONAL -> true;
            case ACCESS_USER, ACCESS_UNSPECIFIED -> required() != null;
            case ACCESS_ROLES -> required().hasAnyRole(policy.roles());
            case ACCESS_SIGNED ->
                signatures.areGood(policy.signed(), request)
                        || caller().orElseThrow(() -> unsigned(policy)).hasAnyRole(policy.roles());
            case ACCESS_INTERNAL, UNRECOGNIZED -> false;
        };
    }

    /** The caller; without one the answer is 401, not 403. */
    private static Caller required() {
        return caller().orElseThrow(() -> new InsufficientAuthenticationException("no token"));
    }

    private static Optional<Caller> caller() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? Optional.of(caller)
                : Optional.empty();
    }

    /** Who is to sign has no token, and would look for one in vain. */
    private static UnsignedException unsigned(Policy policy) {
        return new UnsignedException("The signature is missing: %s%s"
                .formatted(
                        String.join(", ", policy.signed()),
                        policy.roles().isEmpty() ? "" : "; nor is there an access token in its place"));
    }
}
