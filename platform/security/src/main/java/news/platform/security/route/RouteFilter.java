package news.platform.security.route;

import io.grpc.Context;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import news.platform.error.v1.PlatformReason;
import news.platform.identity.PeerIdentity;
import news.platform.security.AuditEvent;
import news.platform.security.AuditLog;
import news.platform.security.Caller;
import news.platform.security.Callers;
import news.platform.security.SessionCheck;
import news.platform.security.token.InvalidTokenException;
import news.platform.security.token.TokenVerifier;
import news.platform.topology.Route;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * What {@code PeerCheck} and {@code AccessCheck} are to gRPC: only the gateway is let in, and other services where a route is
 * theirs, too; what the gateway demanded of the caller is demanded again, token included; and what is no route is not there,
 * whatever answers behind this. A path with anything but unreserved characters is none.
 */
final class RouteFilter extends OncePerRequestFilter {
    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";
    private static final Pattern PLAIN = Pattern.compile("(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~-]+)+");
    private static final String BEARER = "Bearer ";

    /** By what a caller is known. */
    record Tokens(TokenVerifier verifier, SessionCheck sessions) {}

    private record Opened(Route route, PathPattern pattern) {
        boolean takes(String method, PathContainer path) {
            return route.methods().contains(method.equals("HEAD") ? "GET" : method) && pattern.matches(path);
        }
    }

    private final String gateway;
    private final List<Opened> routes;
    private final PeerIdentity peers;
    private final TokenVerifier tokens;
    private final SessionCheck sessions;
    private final AuditLog audit;

    RouteFilter(String gateway, List<Route> routes, PeerIdentity peers, Tokens tokens, AuditLog audit) {
        this.gateway = gateway;
        this.routes = routes.stream()
                .map(route -> new Opened(route, PathPatternParser.defaultInstance.parse(route.path())))
                .toList();
        this.peers = peers;
        this.tokens = tokens.verifier();
        this.sessions = tokens.sessions();
        this.audit = audit;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var found = route(request);
        if (found.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var route = found.get();
        if (!isAllowed(peer(request), route)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        if (route.access() == Route.Access.PUBLIC) {
            chain.doFilter(request, response);
            return;
        }
        var caller = caller(request);
        if (caller.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (route.access() == Route.Access.ROLES && !caller.get().hasAnyRole(route.roles())) {
            audit.record(AuditEvent.refusedByRole(caller.get(), route.path(), PlatformReason.PERMISSION_DENIED));
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        } else if (route.access() == Route.Access.ROLES && !sessions.isOpen(caller.get())) {
            audit.record(AuditEvent.refusedByRole(caller.get(), route.path(), PlatformReason.UNAUTHENTICATED));
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            pass(caller.get(), request, response, chain);
        }
    }

    private static void pass(Caller caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var context = Context.current().withValue(Callers.KEY, caller);
        var previous = context.attach();
        try {
            chain.doFilter(request, response);
        } finally {
            context.detach(previous);
        }
    }

    private Optional<Route> route(HttpServletRequest request) {
        var raw = request.getRequestURI();
        if (!PLAIN.matcher(raw).matches()) {
            return Optional.empty();
        }
        var path = PathContainer.parsePath(raw);
        return routes.stream()
                .filter(each -> each.takes(request.getMethod(), path))
                .map(Opened::route)
                .findFirst();
    }

    private boolean isAllowed(Optional<String> peer, Route route) {
        boolean allowed = peer.isPresent() && (route.inside() || peer.get().equals(gateway));
        if (!allowed) {
            audit.record(AuditEvent.refused("service-access", PlatformReason.SERVICE_NOT_ALLOWED)
                    .with("service", peer.orElse("unknown"))
                    .with("method", route.path()));
        }
        return allowed;
    }

    private Optional<String> peer(HttpServletRequest request) {
        return request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain && chain.length > 0
                ? peers.of(chain[0])
                : Optional.empty();
    }

    private Optional<Caller> caller(HttpServletRequest request) {
        var authorization = request.getHeader("Authorization");
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    tokens.verify(authorization.substring(BEARER.length()).strip()));
        } catch (InvalidTokenException e) {
            return Optional.empty();
        }
    }
}
