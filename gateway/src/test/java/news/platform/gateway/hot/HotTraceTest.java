package news.platform.gateway.hot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class HotTraceTest {

    private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void continuesTheCallersTrace() {
        assertThat(HotTrace.traceId(null, request("00-" + ID + "-00f067aa0ba902b7-00")))
                .isEqualTo(ID);
    }

    @Test
    void makesItsOwnIdWhereTheCallersCannotBeRead() {
        assertThat(HotTrace.traceId(null, request("00-<script>-00"))).matches("[0-9a-f]{32}");
        assertThat(HotTrace.traceId(null, request("00-" + ID.replace('4', 'X') + "-00f067aa0ba902b7-00")))
                .matches("[0-9a-f]{32}");
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

    private static MockHttpServletRequest request(String traceparent) {
        var request = new MockHttpServletRequest("GET", "/");
        request.addHeader("traceparent", traceparent);
        return request;
    }
}
