package news.platform.thirdparty.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.platform.test.TestClock;
import news.platform.thirdparty.Http2Web;
import news.platform.thirdparty.Http2Web.Answer;
import news.platform.thirdparty.delivery.Address;
import news.platform.thirdparty.delivery.Address.Network;
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

class ApnsProviderTest extends ProviderContract {
    private static final String ONE = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    private static final String TWO = "ff112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock();
    private ApnsStandIn apns;
    private Provider provider;

    @BeforeEach
    void start() {
        apns = new ApnsStandIn(folder, clock);
        provider = at(apns.uri());
    }

    @AfterEach
    void stop() {
        apns.close();
    }

    @Test
    void signsATokenForAlmostAnHour() throws IOException {
        provider.deliver(Collections.nCopies(50, to(ONE)));
        clock.advance(Duration.ofMinutes(44));
        provider.deliver(Collections.nCopies(50, to(ONE)));
        assertThat(apns.tokens()).hasSize(1);

        clock.advance(Duration.ofMinutes(2));
        assertThat(provider.deliver(List.of(to(ONE)))).containsExactly(new Outcome.Accepted());
        assertThat(apns.tokens()).hasSize(2);
    }

    @Test
    void signsAnewWhereApnsFindsTheTokenTooOld() throws IOException {
        provider.deliver(List.of(to(ONE)));
        clock.advance(Duration.ofSeconds(1));
        apns.forgetTokens();

        assertThat(provider.deliver(Collections.nCopies(20, to(ONE)))).containsOnly(new Outcome.Accepted());
        assertThat(apns.tokens()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"410, Unregistered", "410, ExpiredToken", "400, BadDeviceToken", "400, DeviceTokenNotForTopic"})
    void findsDevicesDead(int status, String reason) throws IOException {
        apns.about(TWO, ApnsStandIn.reason(status, reason));

        assertThat(provider.deliver(List.of(to(TWO), to(ONE))))
                .containsExactly(new Outcome.Dead(), new Outcome.Accepted());
    }

    @Test
    void asksNothingAboutWhatIsNoDevice() throws IOException {
        assertThat(provider.deliver(List.of(to("../../secret?"), to("token")))).containsOnly(new Outcome.Dead());
        assertThat(apns.asked()).isEmpty();
    }

    @Test
    void refusesForGoodWhatIsWrongWithTheMessage() throws IOException {
        apns.about(ONE, ApnsStandIn.reason(400, "BadExpirationDate"));

        assertThat(provider.deliver(List.of(to(ONE)))).containsExactly(new Outcome.Refused("BadExpirationDate"));
    }

    @Test
    void waitsForOneDeviceThatHasHadTooMuch() throws IOException {
        apns.about(TWO, new Answer(429, Map.of("Retry-After", "17"), "{\"reason\":\"TooManyRequests\"}"));

        assertThat(provider.deliver(List.of(to(TWO), to(ONE))))
                .containsExactly(new Outcome.Retry(Duration.ofSeconds(17)), new Outcome.Accepted());
    }

    @ParameterizedTest
    @CsvSource({
        "503, ServiceUnavailable, 10",
        "503, Shutdown, 10",
        "429, TooManyProviderTokenUpdates, 60",
        "403, InvalidProviderToken, 60"
    })
    void leavesApnsAloneForAWhile(int status, String reason, int seconds) throws IOException {
        apns.about(ONE, ApnsStandIn.reason(status, reason));

        assertThat(provider.deliver(Collections.nCopies(500, to(ONE))))
                .hasSize(500)
                .containsOnly(new Outcome.Busy(Duration.ofSeconds(seconds)));
        assertThat(apns.asked()).hasSizeLessThan(200);
    }

    @Test
    void saysHowUrgentItIsAndUntilWhen() throws IOException {
        var until = Instant.parse("2026-11-27T12:00:00Z");
        provider.deliver(List.of(new Message(
                "s1/d1",
                new Address.Device(Network.APNS, ONE),
                "Fed cuts rates",
                "By 25 basis points.",
                "/lives/1",
                Optional.of(until),
                "",
                true,
                "s1")));

        assertThat(apns.sent().getFirst().headers())
                .containsEntry("apns-push-type", "alert")
                .containsEntry("apns-priority", "10")
                .containsEntry("apns-expiration", Long.toString(until.getEpochSecond()))
                .containsEntry("apns-collapse-id", "s1")
                .hasEntrySatisfying("apns-id", id -> assertThat(id).hasSize(36));
        assertThat(apns.sent().getFirst().body()).contains("\"link\":\"/lives/1\"");
    }

    @Test
    void cutsTextsThatAreTooLong() throws IOException {
        assertThat(provider.deliver(List.of(message("m1", "字".repeat(300), "字".repeat(4000)))))
                .containsExactly(new Outcome.Accepted());
    }

    @Test
    void needsAllOfAKey() {
        assertThatThrownBy(() -> new ApnsProperties("key", "KEY1", "", "topic", apns.uri()))
                .hasMessageContaining("team-id");
    }

    @Override
    protected Provider provider() {
        return provider;
    }

    @Override
    protected Provider unreachable() {
        // nobody listens on the port for services that nobody uses any more
        return at(URI.create("https://127.0.0.1:1"));
    }

    @Override
    protected Message message(String id, String title, String body) {
        return new Message(id, new Address.Device(Network.APNS, ONE), title, body, "", Optional.empty(), "", false, "");
    }

    @Override
    protected List<Arrived> arrived() {
        return apns.sent().stream()
                .map(asked -> JsonMapper.shared().readTree(asked.body()).at("/aps/alert"))
                .map(alert -> new Arrived(
                        alert.required("title").asString(),
                        alert.required("body").asString()))
                .toList();
    }

    private Message to(String device) {
        return new Message(
                "m", new Address.Device(Network.APNS, device), "Title", "Text", "", Optional.empty(), "", false, "");
    }

    private Provider at(URI url) {
        return new ApnsProvider(apns.properties(url), new Posts(Http2Web.client()), clock);
    }
}
