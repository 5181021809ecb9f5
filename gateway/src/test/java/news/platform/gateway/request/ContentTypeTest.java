package news.platform.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTypeTest {
    private static final List<String> JSON = List.of("application/json");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "APPLICATION/JSON",
                "application/json;charset=utf8",
                "application/json; charset=utf-8; foo=bar",
                "application/json; foo=bar; charset=\"UTF-8\"",
                "application/json ; Charset=UTF-8",
                "application/merge-patch+json; foo=\"a;charset=iso-8859-1\""
            })
    void takesJsonInUtf8(String type) {
        assertThat(ContentType.isOneOf(JSON, type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/plain",
                "application/jsonp",
                "application/*",
                "*/*",
                "json",
                "application/json; charset=iso-8859-1",
                "application/json; foo=bar; charset=iso-8859-1",
                "application/json; charset=utf-8; charset=iso-8859-1",
                "application/json; charset=utf-16",
                "application/json; charset=nonsense",
                "application/json; charset=\u00e8\u00b4\u00a2",
                "application/json; charset="
            })
    void takesNothingElse(String type) {
        assertThat(ContentType.isOneOf(JSON, type)).isFalse();
    }

    @Test
    void asksForOne() {
        assertThat(ContentType.isOneOf(JSON, null)).isFalse();
    }

    @Test
    void takesWhatAMethodNames() {
        assertThat(ContentType.isOneOf(List.of("*/*"), null)).isTrue();
        assertThat(ContentType.isOneOf(
                        List.of("application/x-www-form-urlencoded"), "Application/X-WWW-Form-Urlencoded; charset=gbk"))
                .isTrue();
        assertThat(ContentType.isOneOf(List.of("text/xml"), "application/json")).isFalse();
    }
}
