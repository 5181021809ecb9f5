package news.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

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

    @Test
    void tellsTheFamiliesApart() {
        assertThat(AddressBlock.isIpv6("2001:db8::1")).isTrue();
        assertThat(AddressBlock.isIpv6("::ffff:203.0.113.77")).isFalse();
    }
}
