package news.platform.gateway.route;

import jakarta.servlet.http.HttpServletRequest;

/** A request's match, found once and kept with the request. Thread-safe. */
public final class RequestMatches {

    private static final String ATTRIBUTE = Match.class.getName();

    private final Routes routes;

    RequestMatches(Routes routes) {
        this.routes = routes;
    }

    public Match of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Match known) {
            return known;
        }
        var match = routes.match(request.getMethod(), request.getRequestURI());
        request.setAttribute(ATTRIBUTE, match);
        return match;
    }
}
