package news.platform.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestBytesTest {
    @Test
    void putsTheNumberIntoThePath() {
        Scenario scenario = new Scenario("any", "/list?to=#Z", "any", List.of("Accept: text/plain"), 0);
        RequestBytes request = new RequestBytes(scenario, 80);
        ByteBuffer target = ByteBuffer.allocate(request.length());

        request.into(target, 123_456_789);

        assertThat(StandardCharsets.US_ASCII.decode(target).toString())
                .isEqualTo("GET /list?to=123456789Z HTTP/1.1\r\nHost: 127.0.0.1:80\r\nAccept: text/plain\r\n\r\n");
    }
}
