package news.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressBlockTest {
    @ParameterizedTest
    @CsvSource({
        "203.0.113.77, 24, 203.0.113.0/24",
        "203.0.113.77, 32, 203.0.113.77/32",
        "203.0.113.77, 0, 0.0.0.0/0",
        "2001:db8:1:2ff:3::4, 64, 2001:db8:1:2ff:0:0:0:0/64",
        "2001:db8:1:2ff:3::4, 56, 2001:db8:1:200:0:0:0:0/56",
        "2001:db8:1:2ff:3::4, 48, 2001:db8:1:0:0:0:0:0/48",
        "::ffff:203.0.113.77, 24, 203.0.113.0/24"
    })
    void keepsTheFrontOfAnAddress(String address, int bits, String block) {
        assertThat(AddressBlock.of(address, bits, bits)).contains(block);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "1.2.3.4.5", "2001:db8::g", "fe80::1%nowhere"})
    void knowsNoBlockOfWhatIsNoAddress(String text) {
        assertThat(AddressBlock.of(text, 24, 48)).isEmpty();
        assertThat(AddressBlock.isIpv6(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.0.1, 11.0.0.1",
        "10.1.2.3/8, 10.255.0.1, 9.255.255.255",
        "192.168.0.0/31, 192.168.0.1, 192.168.0.2",
        "192.0.2.7/32, 192.0.2.7, 192.0.2.6",
        "0.0.0.0/0, 203.0.113.9, 2001:db8::1",
        "2000::/3, 3fff::1, 4000::",
        "2001:db8::/127, 2001:db8::1, 2001:db8::2"
    })
    void holdsTheAddressesThatBeginLikeIt(String block, String inside, String outside) {
        var read = AddressBlock.parse(block).orElseThrow();

        assertThat(read.contains(InetAddress.ofLiteral(inside).getAddress())).isTrue();
        assertThat(read.contains(InetAddress.ofLiteral(outside).getAddress())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0.0",
                "10.0.0/8",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.256/8",
                "fd00::/129",
                "a.b/8",
                ":/8"
            })
    void readsNothingElse(String text) {
        assertThat(AddressBlock.parse(text)).isEmpty();
    }

    @Test
    void tellsTheFamiliesApart() {
        assertThat(AddressBlock.isIpv6("2001:db8::1")).isTrue();
        assertThat(AddressBlock.isIpv6("::ffff:203.0.113.77")).isFalse();
    }
}
