package news.platform.security.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Attributes;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.platform.identity.PeerIdentity;
import news.platform.security.AuditLog;
import news.platform.security.Caller;
import news.platform.security.Callers;
import news.platform.security.token.InvalidTokenException;
import news.platform.security.token.TokenVerifier;
import news.platform.test.grpc.TestCertificates;
import news.platform.topology.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RouteFilterTest {
    private static final List<Route> ROUTES = List.of(
            new Route(
                    "/keys",
                    List.of("GET"),
                    Route.Access.PUBLIC,
                    List.of(),
                    "READ",
                    0,
                    "no-store",
                    true,
                    "",
                    List.of()),
            new Route(
                    "/media/{id}",
                    List.of("GET"),
                    Route.Access.PUBLIC,
                    List.of(),
                    "READ",
                    0,
                    "no-store",
                    false,
                    "",
                    List.of()),
            new Route(
                    "/mine/**",
                    List.of("POST"),
                    Route.Access.USER,
                    List.of(),
                    "WRITE",
                    1,
                    "no-store",
                    false,
                    "",
                    List.of()),
            new Route(
                    "/desk",
                    List.of("GET"),
                    Route.Access.ROLES,
                    List.of("editor"),
                    "READ",
                    0,
                    "no-store",
                    false,
                    "",
                    List.of()));

    private final List<Optional<String>> passed = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RouteFilter filter = new RouteFilter(
            "gateway",
            ROUTES,
            new Names(),
            new RouteFilter.Tokens(new Tokens(), caller -> !caller.sessionId().equals("ended")),
            new AuditLog(meters));

    @Test
    void letsTheGatewayPassOnWhatIsARoute() {
        assertThat(ask("gateway", "GET", "/media/a")).isEqualTo(200);
        assertThat(ask("gateway", "HEAD", "/media/a")).isEqualTo(200);
        assertThat(ask("gateway", "POST", "/media/a")).isEqualTo(404);
        assertThat(ask("gateway", "GET", "/other")).isEqualTo(404);
    }

    @Test
    void letsOthersInOnlyWhereARouteIsTheirsToo() {
        assertThat(ask("content-service", "GET", "/keys")).isEqualTo(200);
        assertThat(ask("content-service", "GET", "/media/a")).isEqualTo(403);
        assertThat(ask("somebody", "GET", "/keys")).isEqualTo(403);
        assertThat(ask("", "GET", "/keys")).isEqualTo(403);
        assertThat(meters.counter("news.audit.events", "action", "service-access", "result", "failure")
                        .count())
                .isEqualTo(3);
    }

    @Test
    void demandsTheTokenAgain() {
        assertThat(ask("gateway", "POST", "/mine/a")).isEqualTo(401);
        assertThat(ask("gateway", "POST", "/mine/a", "bad")).isEqualTo(401);
        assertThat(ask("gateway", "POST", "/mine/a", "reader")).isEqualTo(200);
        assertThat(ask("gateway", "GET", "/desk", "reader")).isEqualTo(403);
        assertThat(ask("gateway", "GET", "/desk", "editor")).isEqualTo(200);
        assertThat(ask("gateway", "GET", "/desk", "editor ended")).isEqualTo(401);
        assertThat(passed).containsExactly(Optional.of("reader"), Optional.of("editor"));
    }

    @Test
    void looksAtNoTokenWhereAnybodyMayAsk() {
        assertThat(ask("gateway", "GET", "/media/a", "bad")).isEqualTo(200);
        assertThat(passed).containsExactly(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/media/..",
                "/media/.",
                "/media/..;",
                "/media/a;b",
                "/media/%2e%2e",
                "/media/a%2f..%2fb",
                "/media//",
                "//media/a",
                "/media/a/",
                "/media/\\",
                "/mine/../actuator",
                "/mine/..;/actuator",
                "*"
            })
    void knowsNoPathThatCouldBeReadInTwoWays(String path) {
        assertThat(ask("gateway", "GET", path)).isEqualTo(404);
        assertThat(ask("gateway", "POST", path, "reader")).isEqualTo(404);
    }

    private int ask(String peer, String method, String path, String... token) {
        var request = new MockHttpServletRequest(method, path);
        if (!peer.isEmpty()) {
            request.setAttribute(
                    "jakarta.servlet.request.X509Certificate",
                    new X509Certificate[] {TestCertificates.of(peer).getCertificate()});
        }
        for (String each : token) {
            request.addHeader("Authorization", "Bearer " + each);
        }
        var response = new MockHttpServletResponse();
        try {
            filter.doFilter(
                    request, response, (_, _) -> passed.add(Callers.current().map(Caller::userId)));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return response.getStatus();
    }

    /** Knows the services of the test by the common name. */
    private static final class Names implements PeerIdentity {
        @Override
        public Optional<String> of(Attributes connection) {
            return Optional.empty();
        }

        @Override
        public Optional<String> of(X509Certificate certificate) {
            var name = certificate.getSubjectX500Principal().getName().substring("CN=".length());
            return Optional.of(name).filter(each -> !each.equals("somebody"));
        }
    }

    /** A token is its holder's only role. */
    private static final class Tokens implements TokenVerifier {
        @Override
        public Caller verify(String token) {
            if (token.equals("bad")) {
                throw new InvalidTokenException("bad");
            }
            var parts = token.split(" ");
            return new Caller(parts[0], parts[parts.length - 1], Set.of(parts[0]), Instant.MAX, token);
        }

        @Override
        public Optional<Caller> remembered(String token) {
            return Optional.empty();
        }

        @Override
        public void forgetSession(String sessionId) {}
    }
}
