package news.platform.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import news.platform.gateway.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ConditionsTest {

    private static final String TAG = "\"a\"";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"a\" | true",
                "W/\"a\" | true",
                "* | true",
                "' * ' | true",
                "\"b\", \"a\" | true",
                "\"b\" ,W/\"a\" , \"c\" | true",
                "\"x,y\", \"a\" | true",
                ",, \"a\" , | true",
                "\"b\" | false",
                "'' | false",
                "\"\" | false",
                "\"A\" | false",
                "\"aa\" | false",
                "\"\u00e8\u00b4\u00a2\" | false",
            })
    void comparesIfNoneMatchWeakly(String header, boolean matches) {
        assertThat(Conditions.notModified(request("If-None-Match", header), TAG, null))
                .isEqualTo(matches);
    }

    @Test
    void readsAllLinesOfIfNoneMatch() {
        assertThat(Conditions.notModified(request("If-None-Match", "\"b\"", "W/\"a\""), TAG, null))
                .isTrue();
        assertThat(Conditions.notModified(request("If-None-Match", "\"b\"", "\"c\""), TAG, null))
                .isFalse();
    }

    @Test
    void comparesTheTimeWhereThereIsNoTag() {
        String time = "Fri, 27 Nov 2026 02:05:09 GMT";

        assertThat(Conditions.notModified(request("If-Modified-Since", time), TAG, time))
                .isTrue();
        assertThat(Conditions.notModified(request("If-Modified-Since", "Fri, 27 Nov 2026 02:05:10 GMT"), TAG, time))
                .isFalse();
        assertThat(Conditions.notModified(request("If-Modified-Since", time), TAG, null))
                .isFalse();
        assertThat(Conditions.notModified(request("If-Modified-Since", "yesterday"), TAG, time))
                .isFalse();
        var both = request("If-Modified-Since", time);
        both.addHeader("If-None-Match", "\"b\"");
        assertThat(Conditions.notModified(both, TAG, time)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "\"a",
                "w/\"a\"",
                "W/",
                "\"b\", *",
                "*, \"b\"",
                "\"b\"\"a\"",
                "\"a b\"",
                "\"a\" b",
                "**",
                "\"\u0001\""
            })
    void refusesWhatIsNoEntityTag(String header) {
        refused("If-None-Match", () -> Conditions.notModified(request("If-None-Match", header), TAG, null));
        refused("If-Match", () -> Conditions.notModified(request("If-Match", header), TAG, null));
        refused("If-Match", () -> Conditions.strongTags(request("If-Match", header)));
    }

    @Test
    void readsOnlyWhatIfMatchNamesStrongly() {
        assertThat(Conditions.notModified(request("If-Match", "\"b\"", TAG), TAG, null))
                .isFalse();
        assertThat(Conditions.notModified(request("If-Match", "*"), TAG, null)).isFalse();
        for (var other : new String[] {"W/\"a\"", "\"b\"", ""}) {
            assertThatThrownBy(() -> Conditions.notModified(request("If-Match", other), TAG, null))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem().status()).isEqualTo(412));
        }
    }

    @Test
    void collectsTheStrongTagsOfAllLines() {
        assertThat(Conditions.strongTags(request("If-Match", "\"a\", W/\"b\"", "\"c,d\"")))
                .hasValueSatisfying(tags -> assertThat(tags).containsExactly("a", "c,d"));
        assertThat(Conditions.strongTags(request("If-Match", "W/\"b\"")))
                .hasValueSatisfying(tags -> assertThat(tags).isEmpty());
        assertThat(Conditions.strongTags(request("If-Match", " * "))).isEmpty();
        assertThat(Conditions.strongTags(new MockHttpServletRequest())).isEmpty();
    }

    private static void refused(String header, Runnable reading) {
        assertThatThrownBy(reading::run).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().status()).isEqualTo(400);
            assertThat(e.problem().errors().getFirst().field()).isEqualTo(header);
        });
    }

    private static MockHttpServletRequest request(String header, String... lines) {
        var request = new MockHttpServletRequest();
        for (var line : lines) {
            request.addHeader(header, line);
        }
        return request;
    }
}
