package news.platform.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import news.platform.edge.v1.Access;
import news.platform.gateway.route.RequestMatches;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** Reads the token of a request, except where the policy says that a token is not looked at. */
final class PolicyTokens implements AuthenticationConverter {

    private final AuthenticationConverter header = new BearerTokenAuthenticationConverter();
    private final RequestMatches matches;

    PolicyTokens(RequestMatches matches) {
        this.matches = matches;
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        return matches.of(request)
                        .policy()
                        .filter(policy -> policy.access() != Access.ACCESS_PUBLIC)
                        .isPresent()
                ? header.convert(request)
                : null;
    }
}
