package news.platform.thirdparty.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.platform.thirdparty.Http2Web;
import news.platform.thirdparty.Http2Web.Answer;
import news.platform.thirdparty.delivery.Address;
import news.platform.thirdparty.delivery.Message;
import news.platform.thirdparty.delivery.Outcome;
import news.platform.thirdparty.delivery.Posts;
import news.platform.thirdparty.delivery.Provider;
import news.platform.thirdparty.delivery.ProviderContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class SmsProviderTest extends ProviderContract {
    @TempDir
    Path folder;

    private SmsStandIn sms;

    @BeforeEach
    void start() {
        sms = new SmsStandIn(folder);
    }

    @AfterEach
    void stop() {
        sms.close();
    }

    @Test
    void callsNumbersInChinaWithoutTheirCountry() throws IOException {
        provider().deliver(List.of(to("+8613800138000"), to("+4915112345678")));

        assertThat(sms.sent())
                .extracting(sent -> sent.get("PhoneNumbers"))
                .containsExactlyInAnyOrder("13800138000", "4915112345678");
        assertThat(sms.sent().getFirst())
                .containsEntry("SignName", "新闻")
                .containsEntry("TemplateCode", "SMS_1")
                .containsEntry("OutId", "m");
    }

    @ParameterizedTest
    @CsvSource({
        "isv.MOBILE_NUMBER_ILLEGAL, dead",
        "isv.BUSINESS_LIMIT_CONTROL, retry",
        "isv.PARAM_LENGTH_LIMIT, refused"
    })
    void tellsOneNumberFromAll(String code, String word) throws IOException {
        sms.about("1", Answer.of(200, "{\"Code\":\"" + code + "\"}"));

        var outcomes = provider().deliver(List.of(to("+1"), to("+8613800138000")));

        assertThat(outcomes).extracting(Outcome::word).containsExactly(word, "accepted");
        assertThat(outcomes.getFirst()).isNotInstanceOf(Outcome.Busy.class);
    }

    @ParameterizedTest
    @CsvSource({
        "400, Throttling.User, 7",
        "503, ServiceUnavailable, 7",
        "200, isv.AMOUNT_NOT_ENOUGH, 60",
        "403, Forbidden.RAM, 60"
    })
    void leavesTheServiceAloneForAWhile(int status, String code, int seconds) throws IOException {
        sms.about("1", new Answer(status, Map.of("Retry-After", "7"), "{\"Code\":\"" + code + "\"}"));

        assertThat(provider().deliver(Collections.nCopies(200, to("+1"))))
                .hasSize(200)
                .containsOnly(new Outcome.Busy(Duration.ofSeconds(seconds)));
        assertThat(sms.asked()).hasSizeLessThan(150);
    }

    @Test
    void needsAllOfAKey() {
        assertThatThrownBy(() -> new SmsProperties("key", "secret", "", "SMS_1", sms.uri()))
                .hasMessageContaining("signature");
    }

    @Override
    protected Provider provider() {
        return at(sms.uri());
    }

    @Override
    protected Provider unreachable() {
        // nobody listens on the port for services that nobody uses any more
        return at(URI.create("https://127.0.0.1:1"));
    }

    @Override
    protected Message message(String id, String title, String body) {
        return new Message(id, new Address.Phone("+8613800138000"), title, body, "", Optional.empty(), "", false, "");
    }

    @Override
    protected List<Arrived> arrived() {
        return sms.sent().stream()
                .map(sent -> JsonMapper.shared()
                        .readTree(sent.get("TemplateParam"))
                        .required("text")
                        .asString()
                        .split("\n", 2))
                .map(text -> new Arrived(text[0], text.length > 1 ? text[1] : ""))
                .toList();
    }

    private static Message to(String number) {
        return new Message("m", new Address.Phone(number), "Title", "Text", "", Optional.empty(), "", false, "");
    }

    private Provider at(URI url) {
        return new SmsProvider(
                new SmsProperties("key", "secret", "新闻", "SMS_1", url),
                new Posts(Http2Web.client()),
                Clock.systemUTC());
    }
}
