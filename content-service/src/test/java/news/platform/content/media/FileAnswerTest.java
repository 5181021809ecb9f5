package news.platform.content.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What it does where nginx is not there to be asked. */
class FileAnswerTest {
    private static final KeptFile FILE = new KeptFile("\"t\"", Instant.parse("2026-11-27T02:00:00Z"), 100);
    private static final String SAME = "Fri, 27 Nov 2026 02:00:00 GMT";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bytes=0-0    | 206 | 0  | 1",
                "bytes=0-     | 206 | 0  | 100",
                "bytes=10-19  | 206 | 10 | 10",
                "bytes=90-200 | 206 | 90 | 10",
                "bytes=-5     | 206 | 95 | 5",
                "bytes=-500   | 206 | 0  | 100",
                "BYTES=1-1    | 206 | 1  | 1",
                "bytes=5-99999999999999999999 | 206 | 5 | 95",
                "bytes=100-   | 416 | 0  | 0",
                "bytes=-0     | 416 | 0  | 0",
                "bytes=9-8    | 416 | 0  | 0",
                "bytes=a-b    | 416 | 0  | 0",
                "bytes=-      | 416 | 0  | 0",
                "bytes=5      | 416 | 0  | 0",
                "bytes=0-1,3-4 | 200 | 0 | 100",
                "bytes=       | 200 | 0  | 100",
                "lines=1-2    | 200 | 0  | 100",
            })
    void answersARange(String range, int status, long from, long length) {
        assertThat(answer("Range", range)).isEqualTo(new FileAnswer(FILE, status, from, length));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "If-None-Match | \"t\"             | 304",
                "If-None-Match | W/\"t\"           | 304",
                "If-None-Match | *                 | 304",
                "If-None-Match | \"a\", \"t\"      | 304",
                "If-None-Match | \"a\"             | 200",
                "If-Match      | \"t\"             | 200",
                "If-Match      | *                 | 200",
                "If-Match      | W/\"t\"           | 412",
                "If-Match      | \"a\"             | 412",
                "If-Modified-Since   | Fri, 27 Nov 2026 02:00:00 GMT | 304",
                "If-Modified-Since   | Sat, 28 Nov 2026 02:00:00 GMT | 304",
                "If-Modified-Since   | Thu, 26 Nov 2026 02:00:00 GMT | 200",
                "If-Modified-Since   | yesterday                     | 200",
                "If-Unmodified-Since | Fri, 27 Nov 2026 02:00:00 GMT | 200",
                "If-Unmodified-Since | Thu, 26 Nov 2026 02:00:00 GMT | 412",
                "If-Unmodified-Since | tomorrow                      | 200",
            })
    void answersACondition(String header, String value, int status) {
        assertThat(answer(header, value).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"t\"                         | 206",
                "W/\"t\"                       | 200",
                "\"a\"                         | 200",
                "Fri, 27 Nov 2026 02:00:00 GMT | 206",
                "Sat, 28 Nov 2026 02:00:00 GMT | 200",
                "nonsense                      | 200",
            })
    void answersARangeOnlyOfTheSameFile(String ifRange, int status) {
        assertThat(answer("Range", "bytes=1-2", "If-Range", ifRange).status()).isEqualTo(status);
    }

    @Test
    void looksAtTagsBeforeDates() {
        assertThat(answer("If-None-Match", "\"a\"", "If-Modified-Since", SAME).status())
                .isEqualTo(200);
        assertThat(answer("If-Match", "\"t\"", "If-Unmodified-Since", "Thu, 26 Nov 2026 02:00:00 GMT")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void saysWhichPartItIs() {
        var response = new MockHttpServletResponse();

        answer("Range", "bytes=10-19").head(response);

        assertThat(response.getHeader("Content-Range")).isEqualTo("bytes 10-19/100");
        assertThat(response.getHeader("Last-Modified")).isEqualTo(SAME);
        assertThat(response.getContentLength()).isEqualTo(10);
    }

    private static FileAnswer answer(String... headers) {
        var request = new MockHttpServletRequest("GET", "/media/x");
        for (int i = 0; i < headers.length; i += 2) {
            request.addHeader(headers[i], headers[i + 1]);
        }
        return FileAnswer.of(FILE, request);
    }
}
