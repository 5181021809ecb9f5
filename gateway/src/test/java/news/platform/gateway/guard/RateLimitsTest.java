package news.platform.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.platform.edge.v1.Rate;
import news.platform.gateway.header.Headers;
import news.platform.security.Caller;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RateLimitsTest {

    private static final Caller READER = caller("reader");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RateLimits limits = limits(1);

    @Test
    void refusesWhenTheBucketIsEmptyAndSaysWhenToComeBack() {
        limits.take(Rate.RATE_READ, null, "203.0.113.9");
        limits.take(Rate.RATE_READ, null, "203.0.113.9");

        var refused = limits.take(Rate.RATE_READ, null, "203.0.113.9");

        assertThat(refused.allowed()).isFalse();
        assertThat(refused.retryAfterSeconds()).isBetween(1L, 60L);
        assertThat(meters.counter("news.gateway.rate.refused", "class", "RATE_READ")
                        .count())
                .isOne();
    }

    @Test
    void countsUsersAddressesAndClassesApart() {
        drain(null, "203.0.113.9");

        assertThat(limits.take(Rate.RATE_READ, null, "203.0.113.10").allowed()).isTrue();
        assertThat(limits.take(Rate.RATE_READ, READER, "203.0.113.9").allowed()).isTrue();
        assertThat(limits.take(Rate.RATE_WRITE, null, "203.0.113.9").allowed()).isTrue();
        assertThat(limits.take(Rate.RATE_READ, null, "203.0.113.9").allowed()).isFalse();
    }

    @Test
    void givesAUserOneBucketWhateverTheAddress() {
        drain(READER, "203.0.113.9");

        assertThat(limits.take(Rate.RATE_READ, READER, "198.51.100.1").allowed())
                .isFalse();
    }

    @Test
    void keepsAUserApartFromAnAddressOfTheSameName() {
        drain(caller("203.0.113.9"), "10.0.0.1");

        assertThat(limits.take(Rate.RATE_READ, null, "203.0.113.9").allowed()).isTrue();
    }

    @Test
    void givesAnIpv6NetworkOneBucket() {
        drain(null, "2001:db8::1");

        assertThat(limits.take(Rate.RATE_READ, null, "2001:db8::2").allowed()).isFalse();
    }

    @Test
    void multipliesEveryBucket() {
        var allowance = limits(100).take(Rate.RATE_READ, null, "203.0.113.9");

        assertThat(allowance.limit()).isEqualTo(200);
        assertThat(allowance.remaining()).isEqualTo(199);
    }

    @Test
    void tellsTheClientInHeaders() {
        var response = new MockHttpServletResponse();

        limits.take(Rate.RATE_READ, null, "203.0.113.9").writeTo(Headers.of(new MockHttpServletRequest(), response));

        assertThat(response.getHeader("RateLimit-Limit")).isEqualTo("2");
        assertThat(response.getHeader("RateLimit-Remaining")).isEqualTo("1");
        assertThat(response.getHeader("RateLimit-Reset")).isEqualTo("30");
        assertThat(response.getHeader("Retry-After")).isNull();
    }

    @Test
    void refusesABucketForAClassThatDoesNotExist() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> properties(1, Map.of("reads", bucket())))
                .withMessageContaining("reads");
    }

    @Test
    void givesAnIpv6SiteOneBucketForAllItsNetworks() {
        for (int network = 0; network < 16; network++) {
            drain(null, "2001:db8:1:%x::1".formatted(network));
        }

        assertThat(limits.take(Rate.RATE_READ, null, "2001:db8:1:ffff::1").allowed())
                .isFalse();
        assertThat(limits.take(Rate.RATE_READ, null, "2001:db8:2::1").allowed()).isTrue();
    }

    @Test
    void takesNothingFromASiteForANetworkThatIsRefused() {
        for (int i = 0; i < 100; i++) {
            limits.take(Rate.RATE_READ, null, "2001:db8:1::1");
        }

        assertThat(limits.take(Rate.RATE_READ, null, "2001:db8:1:ffff::1").allowed())
                .isTrue();
    }

    @Test
    void takesNoReadersTokenWhileWarming() {
        limits.warming("192.0.2.1");
        drain(null, "192.0.2.1");
        assertThat(limits.take(Rate.RATE_READ, null, "192.0.2.1").allowed()).isTrue();

        limits.warming(null);
        assertThat(limits.take(Rate.RATE_READ, null, "192.0.2.1").remaining()).isOne();
    }

    @Test
    void countsTheUnmeteredApartFromReads() {
        drain(null, "203.0.113.9");

        assertThat(limits.takeUnmetered("203.0.113.9").allowed()).isTrue();
    }

    private void drain(@org.jspecify.annotations.Nullable Caller caller, String address) {
        limits.take(Rate.RATE_READ, caller, address);
        limits.take(Rate.RATE_READ, caller, address);
    }

    private RateLimits limits(double scale) {
        return new RateLimits(properties(scale, Map.of("read", bucket())), meters);
    }

    private static GuardProperties.Bucket bucket() {
        return new GuardProperties.Bucket(2, 2, Duration.ofMinutes(1));
    }

    private static GuardProperties properties(double scale, Map<String, GuardProperties.Bucket> rates) {
        return new GuardProperties(
                List.of(), rates, scale, 1000, new GuardProperties.AdmissionProperties(1, 10, 5, 1, 1));
    }

    private static Caller caller(String id) {
        return new Caller(id, "session", Set.of(), Instant.MAX, "token");
    }
}
