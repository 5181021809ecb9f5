package news.platform.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ClientAddressesTest {

    private final ClientAddresses behindProxies = new ClientAddresses(List.of("10.0.0.0/8", "fd00::/8", "192.0.2.7"));

    @Test
    void believesNobodyWithoutConfiguredProxies() {
        var addresses = new ClientAddresses(List.of());

        assertThat(addresses.of(request("10.0.0.1", "203.0.113.9"))).isEqualTo("10.0.0.1");
    }

    @Test
    void believesNoClientThatConnectsDirectly() {
        assertThat(behindProxies.of(request("198.51.100.4", "203.0.113.9"))).isEqualTo("198.51.100.4");
    }

    @Test
    void takesTheLastEntryThatIsNoProxy() {
        assertThat(behindProxies.of(request("10.0.0.1", "1.1.1.1, 203.0.113.9, 10.2.3.4")))
                .isEqualTo("203.0.113.9");
    }

    @Test
    void readsSeveralHeadersAsOne() {
        assertThat(behindProxies.of(request("10.0.0.1", "1.1.1.1", "203.0.113.9")))
                .isEqualTo("203.0.113.9");
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9:4711, 203.0.113.9",
        "[2001:db8::1]:443, 2001:db8:0:0:0:0:0:1",
        "2001:db8::1, 2001:db8:0:0:0:0:0:1",
        "::ffff:203.0.113.9, 203.0.113.9",
    })
    void readsTheFormsThatProxiesWrite(String entry, String expected) {
        assertThat(behindProxies.of(request("192.0.2.7", entry))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "_hidden", "example.org", "1.2.3", "999.1.1.1", "", " ", ",", "localhost"})
    void staysWithTheProxyWhenTheEntryIsNoAddress(String entry) {
        assertThat(behindProxies.of(request("10.0.0.1", entry))).isEqualTo("10.0.0.1");
    }

    @Test
    void readsOnlyAFewHopsOfALongHeader() {
        var proxies = String.join(",", java.util.Collections.nCopies(1000, "10.0.0.2"));

        assertThat(behindProxies.of(request("10.0.0.1", "6.6.6.6," + proxies))).isEqualTo("10.0.0.2");
    }

    @Test
    void limitsAnIpv6ClientByItsNetwork() {
        assertThat(ClientAddresses.limited("2001:db8:1:2:3:4:5:6"))
                .isEqualTo(ClientAddresses.limited("2001:db8:1:2:ffff::1"))
                .isNotEqualTo(ClientAddresses.limited("2001:db8:1:3::1"));
        assertThat(ClientAddresses.limited("203.0.113.9")).isEqualTo("203.0.113.9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "fd00::/129", "10.0.0.0/x", "proxy.example", "10.0.0/8", "10.0.0.0/-1"})
    void refusesABlockThatIsNone(String block) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ClientAddresses(List.of(block)));
    }

    private static MockHttpServletRequest request(String peer, String... forwarded) {
        var request = new MockHttpServletRequest("GET", "/");
        request.setRemoteAddr(peer);
        for (String value : forwarded) {
            request.addHeader("X-Forwarded-For", value);
        }
        return request;
    }
}
