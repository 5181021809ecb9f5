package news.platform.gateway.plain;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.platform.gateway.guard.Toll;
import news.platform.gateway.header.Headers;
import news.platform.gateway.problem.Failures;
import news.platform.gateway.problem.Problem;
import news.platform.gateway.problem.ProblemException;
import news.platform.gateway.problem.ProblemWriter;
import news.platform.gateway.problem.SecurityHeaders;
import news.platform.gateway.request.RequestHeader;
import news.platform.security.Caller;
import news.platform.topology.Route;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchangeHandlerFunction;
import org.springframework.http.HttpHeaders;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Passes plain HTTP on: pays, looks at how long the body is, proxies, and says of the answer what every answer of the edge
 * says. A place under the limit of calls is held until the service begins to answer, one among those of the route until the
 * client has all of it. Thread-safe.
 */
public final class PlainHandler {

    private static final int KILOBYTE = 1024;

    private final Map<Plain, Semaphore> rooms;
    private final Toll toll;
    private final ProxyExchangeHandlerFunction proxy;

    PlainHandler(PlainHttp plain, Toll toll, ProxyExchangeHandlerFunction proxy) {
        this.rooms = plain.all().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(), each -> new Semaphore(each.policy().maxConcurrent())));
        this.toll = toll;
        this.proxy = proxy;
    }

    /** Answers the request, whatever the answer. */
    public void handle(Plain plain, Optional<Caller> caller, ServerRequest request, HttpServletResponse response)
            throws Exception {
        var http = request.servletRequest();
        try {
            var headers = Headers.of(http, response);
            toll.rate(plain.policy(), caller.orElse(null), toll.address(http), headers);
            checkBody(plain.route(), http);
            pass(plain, request, response);
        } catch (ProblemException e) {
            ProblemWriter.write(http, response, e.problem());
        }
    }

    private void pass(Plain plain, ServerRequest request, HttpServletResponse response) throws Exception {
        var room = rooms.getOrDefault(plain, new Semaphore(0));
        if (!room.tryAcquire()) {
            throw Toll.overloaded();
        }
        try {
            var answer = ask(plain, request);
            int status = answer.statusCode().value();
            if (isBare(status, answer.headers())) {
                drop(request);
                throw refusal(status, answer.headers()).asException();
            }
            SecurityHeaders.PAIRS.forEach(pair -> answer.headers().set(pair.getKey(), pair.getValue()));
            answer.headers().setCacheControl(status < 400 ? plain.route().cache() : "no-store");
            write(answer, request.servletRequest(), response);
        } finally {
            room.release();
        }
    }

    private ServerResponse ask(Plain plain, ServerRequest request) {
        request.attributes().put(MvcUtils.GATEWAY_ATTRIBUTES_ATTR, new HashMap<String, Object>());
        MvcUtils.setRequestUrl(request, plain.address());
        if (plain.route().access() == Route.Access.PUBLIC) {
            request.attributes().put(Plain.ANONYMOUS, true);
        }
        try (var permit = toll.place(plain.name(), plain.policy())) {
            try {
                return proxy.handle(request);
            } catch (ResourceAccessException e) {
                permit.dropped();
                throw e;
            }
        }
    }

    private static void write(ServerResponse answer, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        ModelAndView nothing = answer.writeTo(request, response, List::of);
        if (nothing != null) {
            throw new IllegalStateException("a proxied answer has no view");
        }
    }

    /** A failure of the service, or a refusal that says no more than its status, is told in the edge's own words. */
    private static boolean isBare(int status, HttpHeaders headers) {
        return status >= 500 || status >= 400 && headers.getContentLength() <= 0 && headers.getContentType() == null;
    }

    private static Problem refusal(int status, HttpHeaders headers) {
        var problem = Failures.ofStatus(status < 500 ? status : 503);
        var range = headers.getFirst(HttpHeaders.CONTENT_RANGE);
        return range == null ? problem : problem.with(HttpHeaders.CONTENT_RANGE, range);
    }

    private static void drop(ServerRequest request) throws IOException {
        InputStream body = MvcUtils.getAttribute(request, MvcUtils.CLIENT_RESPONSE_INPUT_STREAM_ATTR);
        if (body != null) {
            body.close();
        }
    }

    /** By its stated length: a body that does not state one is not wanted, so that none is read that is too long. */
    private static void checkBody(Route route, HttpServletRequest request) {
        long max = (long) route.maxBodyKilobytes() * KILOBYTE;
        if (RequestHeader.TRANSFER_ENCODING.isIn(request)) {
            throw max == 0
                    ? noBody()
                    : Problem.of(411, "LENGTH_REQUIRED", "Send Content-Length.").asException();
        }
        long length = request.getContentLengthLong();
        if (length > 0 && max == 0) {
            throw noBody();
        }
        if (length > max) {
            throw Problem.of(413, "TOO_LARGE", "The body is longer than %d bytes.".formatted(max))
                    .with("Connection", "close")
                    .asException();
        }
    }

    private static RuntimeException noBody() {
        return Problem.of(400, "BAD_REQUEST", "This is asked for without a body.")
                .asException();
    }
}
