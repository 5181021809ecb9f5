package news.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import news.platform.gateway.testing.EdgeClient;
import news.platform.gateway.testing.EdgeClient.Got;
import news.platform.gateway.testing.EdgeTest;
import news.platform.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Bodies and answers that are not JSON. */
@EdgeTest
class EdgeRawIT {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final byte[] BODY = {'a', '=', (byte) 0xff, 0, '\r', '\n', '&', '%', 'z'};

    @Autowired
    private Environment environment;

    private EdgeClient client;

    @BeforeEach
    void connect() {
        client = new EdgeClient(environment);
    }

    @Test
    void bringsASignedBodyByteForByteWithTheHeadersThatItsMethodNames() {
        var got = signed(
                FORM,
                "Channel-Serial",
                "7",
                "Channel-Signature",
                "c2ln+/=",
                "Channel-Other",
                "x",
                "X-Partner-Id",
                "wire");

        var told = "channel-serial=7 channel-signature=c2ln+/= channel-other=null x-partner-id=null " + FORM + " ";
        assertThat(got.response().body())
                .startsWith(told.getBytes())
                .endsWith(BODY)
                .hasSize(told.length() + BODY.length);
        assertThat(got.header("Content-Type")).isEqualTo("text/plain;charset=utf-8");
    }

    @Test
    void letsTheServiceChooseStatusAndPlaceAndNothingElse() {
        var got = signed(FORM, "Channel-Serial", "7", "Channel-Signature", "c2ln");

        assertThat(got.status()).isEqualTo(202);
        assertThat(got.header("Location")).isEqualTo("/test/files/1.xml");
        assertThat(got.response().headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void letsTheServiceRefuseInItsOwnWordsAndFailInOurs() {
        var refused = signed(FORM, "Channel-Serial", "401", "Channel-Signature", "c2ln");
        var failed = signed(FORM, "Channel-Serial", "503", "Channel-Signature", "c2ln");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text()).startsWith("channel-serial=401 ");
        assertThat(failed.status()).isEqualTo(200);
    }

    @Test
    void refusesBeforeTheBodyAValueThatIsNotKnown() {
        var unknown = signed(FORM, "Channel-Serial", "8", "Channel-Signature", "c2ln");

        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.json().path("detail").asString()).isEqualTo("channel-serial: not known");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/xml; charset=gbk", "application/octet-stream", "nonsense"})
    void takesAnyTypeWhereTheMethodDoes(String type) {
        assertThat(signed(type, "Channel-Serial", "7", "Channel-Signature", "c2ln")
                        .text())
                .contains(type);
    }

    @Test
    void refusesBeforeTheBodyWhatLacksAHeaderOfTheSignature() {
        var half = signed(FORM, "Channel-Serial", "7");
        var twice = signed(FORM, "Channel-Serial", "7", "Channel-Signature", "a", "Channel-Signature", "b");
        var none = signed(FORM);
        var admin = signed(FORM, "Authorization", "Bearer " + TestTokens.user("u1", "admin"));

        assertThat(half.status()).isEqualTo(401);
        assertThat(half.json().path("detail").asString()).startsWith("channel-signature: must be 1 to 512");
        assertThat(twice.status()).isEqualTo(401);
        assertThat(none.status()).isEqualTo(401);
        assertThat(none.json().path("detail").asString())
                .startsWith("The signature is missing: channel-serial, channel-signature");
        assertThat(none.json().path("reason").asString()).isEqualTo("UNAUTHENTICATED");
        assertThat(admin.status()).isEqualTo(202);
    }

    @Test
    void refusesAnotherTypeAndNamesThoseThatItTakes() {
        var got = client.send(
                client.request("/test/raw").header("Content-Type", FORM).POST(BodyPublishers.ofByteArray(BODY)));

        assertThat(got.status()).isEqualTo(415);
        assertThat(got.header("Accept")).isEqualTo("application/json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/rss+xml | 200",
                "text/html, application/xml;q=0.9 | 200",
                "application/*;q=0.1 | 200",
                "*/* | 200",
                "application/json | 406",
                "application/rss+xml;q=0 | 406"
            })
    void answersAFileToWhoTakesIt(String accept, int status) {
        for (int time = 0; time < 2; time++) {
            var got = client.get("/test/files/%s.xml".formatted(status), "Accept", accept);
            assertThat(got.status()).as(accept).isEqualTo(status);
            if (status == 200) {
                assertThat(got.header("Content-Type")).isEqualTo("application/rss+xml;charset=utf-8");
                assertThat(got.text()).endsWith(">200</file>");
            } else {
                assertThat(got.json().path("detail").asString())
                        .isEqualTo("The answer is application/rss+xml or application/xml.");
            }
        }
    }

    @Test
    void answersAFileFromMemoryWhateverTheNameItIsAskedBy() {
        var first = client.get("/test/files/hot.xml", "Accept", "application/rss+xml");
        var second = client.get("/test/files/hot.xml", "Accept", "application/xml");
        var known = client.get(
                "/test/files/hot.xml", "Accept", "application/rss+xml", "If-None-Match", first.header("ETag"));

        assertThat(second.text()).isEqualTo(first.text());
        assertThat(known.status()).isEqualTo(304);
        assertThat(client.get("/test/files/.xml").status()).isEqualTo(404);
    }

    @Test
    void answersWhoHasItSinceTheTimeThatTheServiceSays() {
        var path = "/test/files/since.xml";
        var time = client.get(path).header("Last-Modified");

        assertThat(time).isEqualTo("Fri, 27 Nov 2026 02:05:09 GMT");
        assertThat(client.get(path, "If-Modified-Since", time).status()).isEqualTo(304);
        assertThat(client.get(path, "If-Modified-Since", "Fri, 27 Nov 2026 02:05:10 GMT")
                        .status())
                .isEqualTo(200);
        assertThat(client.get(path, "If-Modified-Since", time, "If-None-Match", "\"x\"")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void hasNoFieldsToChooseFromInAFile() {
        assertThat(client.get("/test/files/fields.xml?fields=data").status()).isEqualTo(400);
    }

    private Got signed(String type, String... headers) {
        var request = client.request("/test/signed").header("Content-Type", type);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.POST(BodyPublishers.ofByteArray(BODY)));
    }
}
