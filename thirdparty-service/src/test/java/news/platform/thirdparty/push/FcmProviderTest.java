package news.platform.thirdparty.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
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

class FcmProviderTest extends ProviderContract {
    @TempDir
    Path folder;

    private final TestClock clock = new TestClock();
    private FcmStandIn fcm;
    private Provider provider;

    @BeforeEach
    void start() {
        fcm = new FcmStandIn(folder);
        provider = at(fcm.serviceAccount());
    }

    @AfterEach
    void stop() {
        fcm.close();
    }

    @Test
    void asksForAccessOnceAnHour() throws IOException {
        provider.deliver(Collections.nCopies(50, to("a")));
        provider.deliver(Collections.nCopies(50, to("a")));
        assertThat(fcm.accesses()).isEqualTo(1);
        assertThat(fcm.asked()).allMatch(asked -> asked.protocol().equals("HTTP/2.0"));

        clock.advance(Duration.ofMinutes(56));
        provider.deliver(List.of(to("a")));
        assertThat(fcm.accesses()).isEqualTo(2);
    }

    @Test
    void asksForAccessAnewWhereItIsNotTaken() throws IOException {
        provider.deliver(List.of(to("a")));
        fcm.forgetAccess();

        assertThat(provider.deliver(Collections.nCopies(20, to("a")))).containsOnly(new Outcome.Accepted());
        assertThat(fcm.accesses()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "404, NOT_FOUND, Requested entity was not found., UNREGISTERED",
        "403, PERMISSION_DENIED, SenderId mismatch, SENDER_ID_MISMATCH",
        "400, INVALID_ARGUMENT, The registration token is not a valid FCM registration token, INVALID_ARGUMENT"
    })
    void findsDevicesDead(int status, String word, String text, String code) throws IOException {
        fcm.about("gone", Answer.of(status, FcmStandIn.error(status, word, text, code)));

        assertThat(provider.deliver(List.of(to("gone"), to("a"))))
                .containsExactly(new Outcome.Dead(), new Outcome.Accepted());
    }

    @Test
    void forgetsNoDeviceBecauseTheMessageIsWrong() throws IOException {
        var text = "Invalid value at 'message.data[0].value'";
        fcm.about("a", Answer.of(400, FcmStandIn.error(400, "INVALID_ARGUMENT", text, "")));

        assertThat(provider.deliver(List.of(to("a")))).containsExactly(new Outcome.Refused(text));
    }

    @Test
    void leavesFcmAloneForAsLongAsItWants() throws IOException {
        fcm.about(
                "a",
                new Answer(
                        429,
                        Map.of("Retry-After", "17"),
                        FcmStandIn.error(429, "RESOURCE_EXHAUSTED", "Quota exceeded", "QUOTA_EXCEEDED")));

        var outcomes = provider.deliver(Collections.nCopies(500, to("a")));

        assertThat(outcomes).hasSize(500).containsOnly(new Outcome.Busy(Duration.ofSeconds(17)));
        assertThat(fcm.asked()).hasSizeLessThan(200);
    }

    @ParameterizedTest
    @CsvSource({"500, INTERNAL, false", "503, UNAVAILABLE, true", "403, PERMISSION_DENIED, true"})
    void triesAgainWhatFcmCouldNotDo(int status, String word, boolean busy) throws IOException {
        fcm.about("a", Answer.of(status, FcmStandIn.error(status, word, "Some text", "")));

        assertThat(provider.deliver(List.of(to("a"), to("a"))))
                .allMatch(outcome -> busy ? outcome instanceof Outcome.Busy : outcome instanceof Outcome.Retry);
    }

    @Test
    void saysHowUrgentItIsAndUntilWhen() throws IOException {
        provider.deliver(List.of(new Message(
                "s1/d1",
                new Address.Device(Network.FCM, "a"),
                "Fed cuts rates",
                "By 25 basis points.",
                "/lives/1",
                Optional.of(clock.instant().plusSeconds(90)),
                "",
                true,
                "s1")));

        var message = fcm.sent().getFirst();
        assertThat(message.at("/android/priority").asString()).isEqualTo("HIGH");
        assertThat(message.at("/android/ttl").asString()).matches("(8[0-9]|90)s");
        assertThat(message.at("/android/notification/tag").asString()).isEqualTo("s1");
        assertThat(message.at("/webpush/headers/Urgency").asString()).isEqualTo("high");
        assertThat(message.at("/data/link").asString()).isEqualTo("/lives/1");
    }

    @Test
    void cutsTextsThatAreTooLong() throws IOException {
        var tooLong = message("m1", "字".repeat(300), "字".repeat(4000));

        assertThat(provider.deliver(List.of(tooLong, message("m2", "Title", "\u0001".repeat(4000)))))
                .containsOnly(new Outcome.Accepted());
    }

    @Override
    protected Provider provider() {
        return provider;
    }

    @Override
    protected Provider unreachable() {
        // nobody listens on the port for services that nobody uses any more
        return at(fcm.serviceAccount().replace(fcm.uri().toString(), "https://127.0.0.1:1"));
    }

    @Override
    protected Message message(String id, String title, String body) {
        return new Message(id, new Address.Device(Network.FCM, "a"), title, body, "", Optional.empty(), "", false, "");
    }

    @Override
    protected List<Arrived> arrived() {
        return fcm.sent().stream()
                .map(message -> message.required("notification"))
                .map(shown -> new Arrived(
                        shown.required("title").asString(),
                        shown.required("body").asString()))
                .toList();
    }

    private static Message to(String token) {
        return new Message(
                "m", new Address.Device(Network.FCM, token), "Title", "Text", "", Optional.empty(), "", false, "");
    }

    private Provider at(String account) {
        var posts = new Posts(Http2Web.client());
        return new FcmProvider(new ServiceAccount(account, posts), fcm.uri(), posts, clock);
    }
}
