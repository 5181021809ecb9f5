package news.platform.fuzz.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerParserTest {
    private final AnswerParser parser = new AnswerParser(false);

    private Optional<Answer> read(String text, boolean ended) {
        return parser.read(text.getBytes(StandardCharsets.ISO_8859_1), ended);
    }

    @Test
    void waitsForTheWholeBody() {
        assertThat(read("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nab", true)).isEmpty();
        assertThat(read("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc", false))
                .hasValueSatisfying(
                        answer -> assertThat(answer.body()).asString().isEqualTo("abc"));
    }

    @Test
    void joinsChunks() {
        assertThat(read("HTTP/1.1 200 \r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n", false))
                .hasValueSatisfying(
                        answer -> assertThat(answer.body()).asString().isEqualTo("abc"));
    }

    @Test
    void passesOverWhatIsNotYetTheAnswer() {
        assertThat(read("HTTP/1.1 100 \r\n\r\nHTTP/1.1 204 \r\n\r\n", false))
                .hasValueSatisfying(answer -> assertThat(answer.status()).isEqualTo(204));
    }

    @Test
    void noticesASecondAnswer() {
        assertThat(read("HTTP/1.1 204 \r\n\r\nHTTP/1.1 204 \r\n\r\n", false))
                .hasValueSatisfying(answer -> assertThat(answer.more()).isTrue());
    }

    @Test
    void refusesWhatIsNotHttp() {
        assertThatIllegalArgumentException().isThrownBy(() -> read("hello\r\n\r\n", false));
    }
}
