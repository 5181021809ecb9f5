package news.platform.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import news.platform.gateway.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class AcceptedTest {

    private static final String JSON = "application/json";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                "application/*",
                "application/json;q=0.1",
                "text/html, application/xml;q=0.9, */*;q=0.8",
                "text/html;q=0, application/json",
                "*/*;q=0, application/json"
            })
    void takesJson(String accept) {
        assertThatCode(() -> Accepted.require(request("Accept", accept), List.of(JSON)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html | 406",
                "application/json;q=0 | 406",
                "application/json;q=0.0, */* | 406",
                "*/*;q=0 | 406",
                "nonsense | 400",
                "\u00e8\u00b4\u00a2 | 400"
            })
    void refusesWhoDoesNotTakeIt(String accept, int status) {
        assertThatThrownBy(() -> Accepted.require(request("Accept", accept), List.of(JSON)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(status));
    }

    @Test
    void readsAllLines() {
        assertThatCode(() -> Accepted.require(request("Accept", "text/html", JSON), List.of(JSON)))
                .doesNotThrowAnyException();
        assertThat(Accepted.gzip(request("Accept-Encoding", "br", "gzip"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip | true",
                "* | true",
                "*, gzip;q=0 | false",
                "gzip; q=0.00 | false",
                "gzip;q=0.01 | true",
                "br | false"
            })
    void knowsWhetherGzipIsWelcome(String accept, boolean welcome) {
        assertThat(Accepted.gzip(request("Accept-Encoding", accept))).isEqualTo(welcome);
    }

    private static MockHttpServletRequest request(String header, String... lines) {
        var request = new MockHttpServletRequest();
        for (var line : lines) {
            request.addHeader(header, line);
        }
        return request;
    }
}
