package news.platform.gateway.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.tomcat.util.http.MimeHeaders;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class HeadersTest {

    private static final String POLICY = "default-src 'none'; frame-ancestors 'none'; and more than a long's digits";

    private final HeaderLines lines =
            new HeaderLines(List.of(Map.entry("Content-Security-Policy", POLICY), Map.entry("Vary", "Accept")));
    private final MimeHeaders server = new MimeHeaders();

    @Test
    void goThroughTheServletInterfaceWhereTheServerHasNoOther() {
        var response = new MockHttpServletResponse();
        Headers headers = Headers.of(new MockHttpServletRequest(), response);

        headers.add("Age", "3");
        headers.add(lines);

        assertThat(response.getHeader("Age")).isEqualTo("3");
        assertThat(response.getHeader("Content-Security-Policy")).isEqualTo(POLICY);
        assertThat(response.getHeader("Vary")).isEqualTo("Accept");
    }

    @Test
    void goStraightToTheServerWhereItHandsItsOwnOn() {
        var request = new MockHttpServletRequest();
        request.setAttribute(NativeHeaders.ATTRIBUTE, new NativeHeaders(server));
        Headers headers = Headers.of(request, new MockHttpServletResponse());

        headers.add("Age", "3");
        headers.add(lines);

        assertThat(all()).containsExactly("Age: 3", "Content-Security-Policy: " + POLICY, "Vary: Accept");
    }

    @Test
    void areNotChangedByWhatTheServerWritesIntoItsRecycledOnes() {
        var headers = new NativeHeaders(server);
        headers.add(lines);
        server.recycle();
        server.setValue("Content-Length").setLong(1_234_567_890_123L);
        server.recycle();

        headers.add(lines);

        assertThat(all()).containsExactly("Content-Security-Policy: " + POLICY, "Vary: Accept");
    }

    @Test
    void neverEndALineEarly() {
        var headers = new NativeHeaders(server);

        headers.add("X-Degraded", "content\r\nSet-Cookie: stolen\tyes\u007f");
        headers.add(HeaderLines.of("ETag", "\"a\nb\""));

        assertThat(all()).containsExactly("X-Degraded: content  Set-Cookie: stolen\tyes ", "ETag: \"a b\"");
    }

    private List<String> all() {
        return IntStream.range(0, server.size())
                .mapToObj(i -> server.getName(i) + ": " + server.getValue(i))
                .toList();
    }
}
