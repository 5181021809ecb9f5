package news.platform.gateway.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import brave.Tracing;
import brave.propagation.B3Propagation;
import brave.propagation.Propagation;
import brave.sampler.Sampler;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.brave.bridge.BravePropagator;
import io.micrometer.tracing.brave.bridge.W3CPropagation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import news.platform.gateway.guard.ClientAddresses;
import news.platform.gateway.tracing.TracingProperties.ForcedBy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** Our own sampler records nothing here, so whatever is recorded was forced. */
class DeferredSamplingTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PROXY = "10.0.0.1";
    private static final String READER = "203.0.113.9";

    private final Tracing w3c = tracing(new W3CPropagation());
    private final Tracing b3 = tracing(B3Propagation.FACTORY);

    @AfterEach
    void close() {
        w3c.close();
        b3.close();
    }

    @ParameterizedTest
    @CsvSource({
        "traceparent, 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "b3, 4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-1",
        "b3, 4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-d"
    })
    void continuesAReadersTraceButDecidesItself(String header, String value) {
        var context = extract(b3, ForcedBy.TRUSTED_PROXIES, request(READER, header, value));

        assertThat(context.traceId()).isEqualTo(TRACE);
        assertThat(context.sampled()).isFalse();
    }

    @Test
    void doesNotLookAtTheSeparateHeadersEither() {
        var request = request(READER, "X-B3-TraceId", TRACE);
        request.addHeader("X-B3-SpanId", "00f067aa0ba902b7");
        request.addHeader("X-B3-Flags", "1");

        var context = extract(b3, ForcedBy.TRUSTED_PROXIES, request);

        assertThat(context.traceId()).isEqualTo(TRACE);
        assertThat(context.sampled()).isFalse();
    }

    @Test
    void believesProxies() {
        var request = request(PROXY, "traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");

        assertThat(extract(w3c, ForcedBy.TRUSTED_PROXIES, request).sampled()).isTrue();
    }

    @Test
    void believesAnyoneWhereThatIsConfigured() {
        var request = request(READER, "traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");

        assertThat(extract(w3c, ForcedBy.ANYONE, request).sampled()).isTrue();
    }

    private static Tracing tracing(Propagation.Factory propagation) {
        return Tracing.newBuilder()
                .propagationFactory(propagation)
                .traceId128Bit(true)
                .sampler(Sampler.NEVER_SAMPLE)
                .build();
    }

    private static TraceContext extract(Tracing tracing, ForcedBy forcedBy, HttpServletRequest request) {
        var trust = new SamplingTrust(new TracingProperties(forcedBy), new ClientAddresses(List.of("10.0.0.0/8")));
        return new DeferredSampling(new BravePropagator(tracing), trust)
                .extract(request, HttpServletRequest::getHeader)
                .start()
                .context();
    }

    private static MockHttpServletRequest request(String peer, String header, String value) {
        var request = new MockHttpServletRequest("GET", "/");
        request.setRemoteAddr(peer);
        request.addHeader(header, value);
        return request;
    }
}
