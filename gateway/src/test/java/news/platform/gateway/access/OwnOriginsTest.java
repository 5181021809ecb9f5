package news.platform.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import news.platform.gateway.guard.ClientAddresses;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class OwnOriginsTest {

    private final OwnOrigins origins =
            new OwnOrigins(List.of("https://News.example"), new ClientAddresses(List.of("10.0.0.0/8")));

    @Test
    void knowsTheConfigured() {
        assertThat(origins.contains("https://news.example", request("203.0.113.9")))
                .isTrue();
        assertThat(origins.contains("https://news.example:443", request("203.0.113.9")))
                .isTrue();
        assertThat(origins.contains("http://news.example", request("203.0.113.9")))
                .isFalse();
        assertThat(origins.contains("https://news.example:8443", request("203.0.113.9")))
                .isFalse();
    }

    @Test
    void believesTheSchemeOfATrustedProxyOnly() {
        assertThat(origins.contains("https://api.example", request("10.1.2.3"))).isTrue();
        assertThat(origins.contains("https://api.example", request("203.0.113.9")))
                .isFalse();
        assertThat(origins.contains("https://evil.test", request("10.1.2.3"))).isFalse();
    }

    private static MockHttpServletRequest request(String peer) {
        var request = new MockHttpServletRequest("POST", "/");
        request.setRemoteAddr(peer);
        request.addHeader("Host", "api.example");
        request.addHeader("X-Forwarded-Proto", "https");
        return request;
    }
}
