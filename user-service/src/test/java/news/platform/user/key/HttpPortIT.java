package news.platform.user.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import javax.net.ssl.SSLContext;
import news.platform.test.PlatformTest;
import news.platform.test.grpc.TestCertificates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The port that the gateway passes plain HTTP on to: routes of the table, for processes of the platform. */
@PlatformTest
class HttpPortIT {
    private static final SSLContext GATEWAY = TestCertificates.context(TestCertificates.of("gateway"));

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    @Test
    void answersItsRoutesToTheGatewayAndTheServices() throws Exception {
        var content = TestCertificates.context(TestCertificates.of("content-service"));

        assertThat(ask(GATEWAY, "/.well-known/jwks.json").statusCode()).isEqualTo(200);
        assertThat(ask(content, "/.well-known/jwks.json").statusCode()).isEqualTo(200);
    }

    @Test
    void answersNobodyWithoutAGoodCertificate() {
        var strange = TestCertificates.context(TestCertificates.strange("gateway"));

        assertThatThrownBy(() -> ask(strange, "/.well-known/jwks.json")).isInstanceOf(IOException.class);
    }

    @Test
    void answersNobodyWhoIsNoService() throws Exception {
        var nobody = TestCertificates.context(TestCertificates.of("nobody"));

        assertThat(ask(nobody, "/.well-known/jwks.json").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/health",
                "/actuator/prometheus",
                "/%61ctuator/health",
                "/.well-known/..;/actuator/health",
                "/.well-known/%2e%2e/actuator/health",
                "/.well-known/jwks.json;/../../actuator/health",
                "//actuator/health",
                "/error"
            })
    void showsNothingOfManagement(String path) throws Exception {
        var answer = ask(GATEWAY, path);

        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("UP").doesNotContain("jvm_");
    }

    @Test
    void hasManagementElsewhere() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var base = "http://127.0.0.1:" + managementPort;
            var health = client.send(
                    HttpRequest.newBuilder(URI.create(base + "/actuator/health/liveness"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            var keys = client.send(
                    HttpRequest.newBuilder(URI.create(base + "/.well-known/jwks.json"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(keys.statusCode()).isEqualTo(404);
        }
    }

    private HttpResponse<String> ask(SSLContext own, String path) throws Exception {
        try (var client = HttpClient.newBuilder().sslContext(own).build()) {
            var address = URI.create("https://127.0.0.1:" + port + path);
            return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
