package news.platform.gateway.hot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class HotTraceTest {

    private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    @ParameterizedTest
    @CsvSource({
        "traceparent, 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00, 4bf92f3577b34da6a3ce929d0e0e4736, false",
        "traceparent, 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01, 4bf92f3577b34da6a3ce929d0e0e4736, true",
        "traceparent, 00-0000000000000000a3ce929d0e0e4736-00f067aa0ba902b7-01, a3ce929d0e0e4736, true",
        "b3, 4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7, 4bf92f3577b34da6a3ce929d0e0e4736, false",
        "b3, 4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-1, 4bf92f3577b34da6a3ce929d0e0e4736, true",
        "b3, 4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-d, 4bf92f3577b34da6a3ce929d0e0e4736, true",
        "b3, a3ce929d0e0e4736-00f067aa0ba902b7-0-00f067aa0ba902b8, a3ce929d0e0e4736, false",
    })
    void continuesTheCallersTrace(String header, String value, String id, boolean recorded) {
        assertThat(ClientTrace.of(request(header, value))).isEqualTo(new ClientTrace(id, SPAN, recorded));
    }

    @Test
    void continuesATraceInManyHeaders() {
        var request = request("X-B3-TraceId", ID);
        request.addHeader("X-B3-SpanId", "00f067aa0ba902b7");
        assertThat(ClientTrace.of(request)).isEqualTo(new ClientTrace(ID, SPAN, false));

        request.addHeader("X-B3-Sampled", "1");
        assertThat(ClientTrace.of(request)).isEqualTo(new ClientTrace(ID, SPAN, true));
    }

    @Test
    void prefersTraceparentWhereItCanBeRead() {
        var both = request("traceparent", "00-" + ID + "-00f067aa0ba902b7-00");
        both.addHeader("b3", "463ac35c9f6413ad-0020000000000001-1");
        var malformed = request("traceparent", "00-" + ID);
        malformed.addHeader("b3", "463ac35c9f6413ad-0020000000000001-1");

        assertThat(ClientTrace.of(both)).isEqualTo(new ClientTrace(ID, SPAN, false));
        assertThat(ClientTrace.of(malformed)).isEqualTo(new ClientTrace("463ac35c9f6413ad", "0020000000000001", true));
    }

    @ParameterizedTest
    @CsvSource({
        "traceparent, 00-<script>-00",
        "traceparent, 00-Xbf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00",
        "traceparent, 00-00000000000000000000000000000000-00f067aa0ba902b7-00",
        "traceparent, 00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-00",
        "b3, 4bf92f3577b34da6a3ce929d0e0e4736",
        "b3, 4bf92f3577b34da6a3ce929d0e0e4736-",
        "b3, 4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7",
        "b3, 4bf92f35-00f067aa0ba902b7",
        "b3, 00000000000000000000000000000000-00f067aa0ba902b7",
        "X-B3-TraceId, 4bf92f3577b34da6a3ce929d0e0e4736",
    })
    void makesItsOwnIdWhereTheCallersCannotBeRead(String header, String value) {
        var client = ClientTrace.of(request(header, value));

        assertThat(client).isNull();
        assertThat(HotTrace.traceId(null, client)).matches("[0-9a-f]{32}");
    }

    @Test
    void letsTheCallerDecideWithoutATrace() {
        assertThat(ClientTrace.of(request("b3", "1"))).isEqualTo(new ClientTrace(null, null, true));
        assertThat(ClientTrace.of(request("b3", "0"))).isEqualTo(new ClientTrace(null, null, false));
    }

    @Test
    void putsAShortTraceIntoAProblem() {
        byte[] problem = bytes("{\"status\":404,\"traceId\":\"" + ID + "\",\"errors\":[]}");

        assertThat(new String(HotWriter.withTraceId(problem, "463ac35c9f6413ad"), StandardCharsets.UTF_8))
                .isEqualTo("{\"status\":404,\"traceId\":\"463ac35c9f6413ad\",\"errors\":[]}");
    }

    @Test
    void putsTheRequestsTraceIntoAProblem() {
        byte[] problem = bytes("{\"status\":404,\"traceId\":\"" + ID + "\",\"errors\":[]}");
        String other = "0".repeat(32);

        assertThat(new String(HotWriter.withTraceId(problem, other), StandardCharsets.UTF_8))
                .isEqualTo("{\"status\":404,\"traceId\":\"" + other + "\",\"errors\":[]}");
        assertThat(new String(problem, StandardCharsets.UTF_8)).contains(ID);
    }

    @Test
    void leavesAProblemWithoutATraceAsItIs() {
        byte[] problem = bytes("{\"status\":404}");
        byte[] cut = bytes("{\"traceId\":\"abc");

        assertThat(HotWriter.withTraceId(problem, ID)).isSameAs(problem);
        assertThat(HotWriter.withTraceId(cut, ID)).isSameAs(cut);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static MockHttpServletRequest request(String header, String value) {
        var request = new MockHttpServletRequest("GET", "/");
        request.addHeader(header, value);
        return request;
    }
}
