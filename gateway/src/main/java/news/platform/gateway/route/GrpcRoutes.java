package news.platform.gateway.route;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.platform.gateway.contract.Contract;
import news.platform.gateway.contract.Method;
import news.platform.gateway.problem.Failures;
import news.platform.gateway.problem.ProblemWriter;
import news.platform.gateway.problem.SecurityHeaders;
import news.platform.security.Caller;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The gateway's routes for everything in the contract: one look-up, then the method's own {@code grpc} handler. */
final class GrpcRoutes implements RouterFunction<ServerResponse> {

    private final RequestMatches matches;
    private final GrpcHandler handler;
    private final Map<Method, HandlerFunction<ServerResponse>> handlers;

    GrpcRoutes(Contract contract, RequestMatches matches, GrpcHandler handler) {
        this.matches = matches;
        this.handler = handler;
        this.handlers =
                contract.methods().stream().collect(Collectors.toUnmodifiableMap(Function.identity(), this::grpc));
    }

    @Override
    public Optional<HandlerFunction<ServerResponse>> route(ServerRequest request) {
        return switch (matches.of(request.servletRequest())) {
            case Match.Found found -> Optional.ofNullable(handlers.get(found.method()));
            case Match.WrongMethod(var allow) -> Optional.of(wrongMethod(allow));
            case Match.Nothing() -> Optional.empty();
        };
    }

    /** The handler where a proxy has {@code http()}. */
    private HandlerFunction<ServerResponse> grpc(Method method) {
        return request -> ServerResponse.ok().build((http, response) -> {
            if (matches.of(http) instanceof Match.Found found) {
                name(found, http);
                handler.handle(found, caller(), http, response);
            }
            return null;
        });
    }

    /** Under which route the request is counted and traced. */
    private static void name(Match.Found found, HttpServletRequest request) {
        request.setAttribute(MvcUtils.GATEWAY_ROUTE_ID_ATTR, found.method().name());
        ServerHttpObservationFilter.findObservationContext(request)
                .ifPresent(context ->
                        context.setPathPattern(found.binding().template().text()));
    }

    private static Optional<Caller> caller() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? Optional.of(caller)
                : Optional.empty();
    }

    private static HandlerFunction<ServerResponse> wrongMethod(SortedSet<String> allow) {
        return request -> ServerResponse.ok().build((http, response) -> {
            refuse(allow, http, response);
            return null;
        });
    }

    private static void refuse(SortedSet<String> known, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var allow = new TreeSet<>(known);
        allow.add("OPTIONS");
        if (allow.contains("GET")) {
            allow.add("HEAD");
        }
        var allowed = String.join(", ", allow);
        if (request.getMethod().equals("OPTIONS")) {
            SecurityHeaders.set(response);
            response.setHeader("Allow", allowed);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        ProblemWriter.write(request, response, Failures.ofStatus(405).with("Allow", allowed));
    }
}
