package news.platform.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import news.platform.edge.v1.Access;
import news.platform.gateway.route.Match;
import news.platform.gateway.route.RequestMatches;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/** Reads the token of a request, except where the policy says that a token is not looked at. */
final class PolicyTokens implements BearerTokenResolver {

    private final BearerTokenResolver header = new DefaultBearerTokenResolver();
    private final RequestMatches matches;

    PolicyTokens(RequestMatches matches) {
        this.matches = matches;
    }

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        return matches.of(request) instanceof Match.Found found
                        && found.method().policy().access() != Access.ACCESS_PUBLIC
                ? header.resolve(request)
                : null;
    }
}
