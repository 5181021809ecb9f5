package news.platform.thirdparty.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.168.0.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:169.254.169.254",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void refusesWhatIsNotThePublicInternet(String address) {
        InetAddress literal = InetAddress.ofLiteral(address);

        assertThat(AddressPolicy.isPublic(literal)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.169.0.1",
                "198.17.255.255",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450:4001::1",
                "2400:3200::1"
            })
    void allowsThePublicInternet(String address) {
        assertThat(AddressPolicy.isPublic(InetAddress.ofLiteral(address))).isTrue();
    }

    @Test
    void allowsAnExceptionByHostAndPortForThatPortOnly() {
        AddressPolicy policy = new AddressPolicy(List.of("feeds.local:8080"));
        InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");

        assertThat(policy.allows("Feeds.Local", 8080, loopback)).isTrue();
        assertThat(policy.allows("feeds.local", 8081, loopback)).isFalse();
        assertThat(policy.allows("127.0.0.1", 8080, loopback)).isFalse();
    }

    @Test
    void allowsAnExceptionByBlock() {
        AddressPolicy policy = new AddressPolicy(List.of("127.0.0.0/8"));

        assertThat(policy.allows("any", 1, InetAddress.ofLiteral("127.9.9.9"))).isTrue();
        assertThat(policy.allows("any", 1, InetAddress.ofLiteral("10.0.0.1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"feeds.local", "http://feeds.local:80", "10.0.0.0/33", "a b:80", ""})
    void refusesAnExceptionThatIsNeitherHostAndPortNorBlock(String entry) {
        assertThatThrownBy(() -> new AddressPolicy(List.of(entry)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("allowed-private-hosts");
    }
}
