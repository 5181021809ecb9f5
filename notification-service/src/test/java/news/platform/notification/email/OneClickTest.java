package news.platform.notification.email;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneClickTest {
    private static final String URLENCODED = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "Multipart/form-data; boundary=b";

    @ParameterizedTest
    @ValueSource(
            strings = {"List-Unsubscribe=One-Click", "a=b&List-Unsubscribe=One-Click", "List-Unsubscribe=One-Click\r\n"
            })
    void isSaidByAForm(String form) {
        assertThat(OneClick.isSaidBy(URLENCODED, form)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "List-Unsubscribe=No", "List-Unsubscribe=One-Clicks", "One-Click", "List-Unsubscribe"})
    void isNotSaidByAnother(String form) {
        assertThat(OneClick.isSaidBy(URLENCODED, form)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r\nContent-Type: text/plain\r\n", "\n"})
    void isSaidByAPart(String headers) {
        assertThat(OneClick.isSaidBy(MULTIPART, part(headers, "One-Click"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "No", "One-Clicks"})
    void isNotSaidByAPartWithAnotherValue(String value) {
        assertThat(OneClick.isSaidBy(MULTIPART, part("\r\n", value))).isFalse();
    }

    private static String part(String headers, String value) {
        return "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"" + headers + "\r\n" + value
                + "\r\n--b--\r\n";
    }
}
