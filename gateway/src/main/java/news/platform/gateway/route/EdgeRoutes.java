package news.platform.gateway.route;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import news.platform.gateway.contract.PathTemplate;
import news.platform.gateway.plain.PlainHandler;
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

/** Where everything of the contract and all plain HTTP goes: one look-up, then the handler of its sort. */
final class EdgeRoutes implements RouterFunction<ServerResponse> {

    private final RequestMatches matches;
    private final GrpcHandler calls;
    private final PlainHandler plain;

    EdgeRoutes(RequestMatches matches, GrpcHandler calls, PlainHandler plain) {
        this.matches = matches;
        this.calls = calls;
        this.plain = plain;
    }

    @Override
    public Optional<HandlerFunction<ServerResponse>> route(ServerRequest request) {
        return switch (matches.of(request.servletRequest())) {
            case Match.Found found -> Optional.of(written((asked, response) -> call(found, asked, response)));
            case Match.Passed passed -> Optional.of(written((asked, response) -> pass(passed, asked, response)));
            case Match.WrongMethod(var allow) ->
                Optional.of(written((asked, response) -> refuse(allow, asked.servletRequest(), response)));
            case Match.Nothing() -> Optional.empty();
        };
    }

    private void call(Match.Found found, ServerRequest request, HttpServletResponse response) throws IOException {
        var http = request.servletRequest();
        name(found, found.binding().template(), http);
        calls.handle(found, caller(), http, response);
    }

    private void pass(Match.Passed passed, ServerRequest request, HttpServletResponse response) throws Exception {
        name(passed, passed.plain().template(), request.servletRequest());
        plain.handle(passed.plain(), caller(), request, response);
    }

    /** Under which route the request is counted and traced. */
    private static void name(Match match, PathTemplate template, HttpServletRequest request) {
        request.setAttribute(MvcUtils.GATEWAY_ROUTE_ID_ATTR, match.name().orElse(""));
        ServerHttpObservationFilter.findObservationContext(request)
                .ifPresent(context -> context.setPathPattern(template.text()));
    }

    private static Optional<Caller> caller() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? Optional.of(caller)
                : Optional.empty();
    }

    /** A handler that writes the answer itself. */
    private static HandlerFunction<ServerResponse> written(Answering answering) {
        return request -> ServerResponse.ok().build((_, response) -> {
            answering.answer(request, response);
            return null;
        });
    }

    private static void refuse(SortedSet<String> known, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var allow = new TreeSet<>(known);
        allow.add("OPTIONS");
        var allowed = String.join(", ", allow);
        if (request.getMethod().equals("OPTIONS")) {
            SecurityHeaders.set(response);
            response.setHeader("Allow", allowed);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        ProblemWriter.write(request, response, Failures.ofStatus(405).with("Allow", allowed));
    }

    private interface Answering {
        void answer(ServerRequest request, HttpServletResponse response) throws Exception;
    }
}
