package news.platform.thirdparty.ninjs;

import static io.grpc.Status.Code.INVALID_ARGUMENT;
import static io.grpc.Status.Code.PERMISSION_DENIED;
import static io.grpc.Status.Code.UNAUTHENTICATED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.HttpBody;
import com.google.protobuf.ByteString;
import io.grpc.Channel;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import news.platform.test.TestCallee;
import news.platform.test.TestTokens;
import news.platform.test.event.SentEvents;
import news.platform.thirdparty.ThirdpartyTest;
import news.platform.thirdparty.v1.FeedItemReceived;
import news.platform.thirdparty.v1.FeedItemResult;
import news.platform.thirdparty.v1.FeedItemServiceGrpc;
import news.platform.thirdparty.v1.PushFeedItemsRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ThirdpartyTest
class FeedItemServiceIT {

    @Autowired
    private TestCallee callee;

    @Autowired
    private SentEvents sent;

    private final String uri = "urn:test:" + UUID.randomUUID();

    @Test
    void takesAnItemAndAnnouncesIt() {
        String body = """
                {"uri": "%s", "version": "1", "type": "text", "pubstatus": "usable", "language": "en",
                 "firstcreated": "2024-05-06T07:08:09Z", "by": "Ann Author",
                 "headlines": [{"role": "main", "value": "Rates rise"}],
                 "descriptions": [{"contenttype": "text/plain", "value": "The bank raised its rate."}],
                 "bodies": [{"role": "main", "contenttype": "text/html", "value": "<p onclick='x'>Up.</p><script>x</script>"}],
                 "subjects": [{"uri": "channel:bond", "name": "Bonds"}, {"uri": "symbol:US10Y"}, {"name": "economy"}],
                 "altids": [{"role": "url", "value": "https://wire.example/rates"}],
                 "infosources": [{"name": "Wire Desk", "role": "source"}]}""".formatted(uri);

        List<FeedItemResult> results = push(body);

        assertThat(results).containsExactly(result(201, "CREATED", "1"));
        FeedItemReceived event = events().getFirst();
        assertThat(event.getVersion()).isEqualTo(1);
        assertThat(event.getTitle()).isEqualTo("Rates rise");
        assertThat(event.getSummary()).isEqualTo("The bank raised its rate.");
        assertThat(event.getBodyHtml()).isEqualTo("<p>Up.</p>");
        assertThat(event.getPublishTime().getSeconds())
                .isEqualTo(Instant.parse("2024-05-06T07:08:09Z").getEpochSecond());
        assertThat(event.getBylinesList()).containsExactly("Ann Author");
        assertThat(event.getChannelIdsList()).containsExactly("bond");
        assertThat(event.getSymbolsList()).containsExactly("US10Y");
        assertThat(event.getTagsList()).containsExactly("economy");
        assertThat(event.getUrl()).isEqualTo("https://wire.example/rates");
        assertThat(event.getSourceName()).isEqualTo("Wire Desk");
        assertThat(event.getLang()).isEqualTo("en");
    }

    @Test
    void takesNameAndChannelsOfThePartnerWhereTheItemHasNone() {
        push(item(uri, "1", "Plain"));

        FeedItemReceived event = events().getFirst();
        assertThat(event.getSourceName()).isEqualTo("The Wire");
        assertThat(event.getChannelIdsList()).containsExactly("global");
    }

    @Test
    void takesALaterVersionAndNeitherTheSameNorAnOlderOne() {
        assertThat(push(item(uri, "9", "Nine"))).containsExactly(result(201, "CREATED", "9"));
        assertThat(push(item(uri, "10", "Ten"))).containsExactly(result(201, "UPDATED", "10"));
        assertThat(push(item(uri, "10", "Ten"))).containsExactly(result(200, "DUPLICATE", "10"));
        assertThat(push(item(uri, "9", "Nine"))).containsExactly(result(200, "STALE_VERSION", "9"));
        assertThat(push(item(uri, "11", "Eleven"))).containsExactly(result(201, "UPDATED", "11"));

        List<FeedItemReceived> events = events();

        assertThat(events).extracting(FeedItemReceived::getTitle).containsExactly("Nine", "Ten", "Eleven");
        assertThat(events).extracting(FeedItemReceived::getVersion).containsExactly(1L, 2L, 3L);
        assertThat(events)
                .extracting(FeedItemReceived::getFeedItemId)
                .containsOnly(events.getFirst().getFeedItemId());
    }

    @Test
    void answersEachItemOfAListForItself() {
        String list = "[" + item(uri, "2", "Good") + ", 42, {\"version\": \"1\"}, {\"uri\": \"" + uri + "-b\"}, "
                + item(uri, "1", "Older") + "]";

        List<FeedItemResult> results = push(list);

        assertThat(results).extracting(FeedItemResult::getStatus).containsExactly(201, 400, 400, 400, 200);
        assertThat(results)
                .extracting(FeedItemResult::getReason)
                .containsExactly("CREATED", "INVALID_ITEM", "INVALID_ITEM", "INVALID_ITEM", "STALE_VERSION");
        assertThat(results.get(3).getUri()).isEqualTo(uri + "-b");
        assertThat(results.get(3).getDetail()).contains("headlines");
    }

    @Test
    void refusesWhatThePartnerIsNotRegisteredForAndTakesTheOthers() {
        String foreign = """
                {"uri": "%s-b", "title": "Foreign", "infosources": [{"name": "Reuters"}],
                 "subjects": [{"uri": "channel:tech"}, {"uri": "symbol:AAPL"}]}""".formatted(uri);

        List<FeedItemResult> results = push("[" + foreign + ", " + item(uri, "1", "Own") + "]");

        assertThat(results.getFirst())
                .isEqualTo(FeedItemResult.newBuilder()
                        .setUri(uri + "-b")
                        .setVersion("1")
                        .setStatus(403)
                        .setReason("NOT_ALLOWED")
                        .setField("infosources")
                        .setDetail("infosources: you are not registered for Reuters")
                        .build());
        assertThat(results.getLast()).isEqualTo(result(201, "CREATED", "1"));
        assertThat(events().getFirst().getTitle()).isEqualTo("Own");
        assertThat(push(callee.as(TestTokens.user("root", "admin")), foreign.getBytes(UTF_8)))
                .extracting(FeedItemResult::getReason)
                .containsExactly("CREATED");
    }

    @Test
    void announcesThatAnItemIsTakenBack() {
        push(item(uri, "1", "Wrong"));
        push("{\"uri\": \"%s\", \"version\": 2, \"pubstatus\": \"canceled\"}".formatted(uri));

        assertThat(events()).extracting(FeedItemReceived::getWithdrawn).containsExactly(false, true);
    }

    @Test
    void acceptsASignatureAgainSinceItChangesNothing() {
        byte[] body = item(uri, "1", "Replayed").getBytes(UTF_8);
        Channel signed = partner(body, Instant.now().getEpochSecond());

        assertThat(push(signed, body)).containsExactly(result(201, "CREATED", "1"));
        assertThat(push(signed, body)).containsExactly(result(200, "DUPLICATE", "1"));
    }

    @Test
    void acceptsAnAdministratorInsteadOfASignature() {
        byte[] body = item(uri, "1", "By hand").getBytes(UTF_8);

        assertThat(push(callee.as(TestTokens.user("root", "admin")), body))
                .containsExactly(result(201, "CREATED", "1"));
    }

    @Test
    void refusesWhoIsNeitherPartnerNorAdministrator() {
        byte[] body = item(uri, "1", "x").getBytes(UTF_8);

        assertRefused(UNAUTHENTICATED, "BAD_SIGNATURE", () -> push(callee.anonymous(), body));
        assertRefused(
                PERMISSION_DENIED, "PERMISSION_DENIED", () -> push(callee.as(TestTokens.user("ed", "editor")), body));
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 302, -86400})
    void refusesASignatureThatIsTooOldOrFromTheFuture(long seconds) {
        byte[] body = item(uri, "1", "x").getBytes(UTF_8);
        Channel partner = partner(body, Instant.now().getEpochSecond() + seconds);

        assertRefused(UNAUTHENTICATED, "BAD_SIGNATURE", () -> push(partner, body));
    }

    @Test
    void refusesASignatureOfAnotherBodyPartnerTimeOrSecret() {
        byte[] body = item(uri, "1", "x").getBytes(UTF_8);
        long now = Instant.now().getEpochSecond();
        Map<String, String> signed = headers(ThirdpartyTest.PARTNER, ThirdpartyTest.SECRET, body, now);

        assertRefused(
                UNAUTHENTICATED,
                "BAD_SIGNATURE",
                () -> push(callee.with(signed), (item(uri, "1", "y")).getBytes(UTF_8)));
        assertRefused(
                UNAUTHENTICATED,
                "BAD_SIGNATURE",
                () -> push(callee.with(changed(signed, "x-partner-id", "other")), body));
        assertRefused(
                UNAUTHENTICATED,
                "BAD_SIGNATURE",
                () -> push(callee.with(changed(signed, "x-partner-timestamp", "" + (now + 1))), body));
        assertRefused(
                UNAUTHENTICATED,
                "BAD_SIGNATURE",
                () -> push(callee.with(changed(signed, "x-partner-signature", "00")), body));
        assertRefused(
                UNAUTHENTICATED,
                "BAD_SIGNATURE",
                () -> push(callee.with(headers(ThirdpartyTest.PARTNER, "another secret", body, now)), body));
        assertRefused(
                UNAUTHENTICATED,
                "BAD_SIGNATURE",
                () -> push(callee.with(headers("stranger", "nobody has this secret", body, now)), body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "42", "\"text\"", "{", "[{}", "{} {}", "<rss/>", "\u0000"})
    void refusesWhatIsNoNinjs(String body) {
        assertRefused(INVALID_ARGUMENT, "BAD_NINJS", () -> push(body));
    }

    @Test
    void refusesWhatIsTooDeepTooLongOrTooMuch() {
        String deep = "[".repeat(60) + "]".repeat(60);
        String many = IntStream.range(0, 201).mapToObj(i -> "{}").collect(Collectors.joining(",", "[", "]"));
        String digits = "{\"version\": " + "9".repeat(200) + "}";

        assertThat(List.of(deep, many, digits))
                .allSatisfy(body -> assertRefused(INVALID_ARGUMENT, "BAD_NINJS", () -> push(body)));
    }

    private static String item(String uri, String version, String headline) {
        return "{\"uri\": \"%s\", \"version\": \"%s\", \"headlines\": [{\"value\": \"%s\"}]}"
                .formatted(uri, version, headline);
    }

    private List<FeedItemResult> push(String body) {
        byte[] bytes = body.getBytes(UTF_8);
        return push(partner(bytes, Instant.now().getEpochSecond()), bytes);
    }

    private static List<FeedItemResult> push(Channel channel, byte[] body) {
        var items = HttpBody.newBuilder().setContentType("application/json").setData(ByteString.copyFrom(body));
        return FeedItemServiceGrpc.newBlockingStub(channel)
                .pushFeedItems(PushFeedItemsRequest.newBuilder().setItems(items).build())
                .getResultsList();
    }

    private List<FeedItemReceived> events() {
        return sent.of(FeedItemReceived.getDefaultInstance()).stream()
                .filter(event -> event.getUri().equals(uri))
                .toList();
    }

    private FeedItemResult result(int status, String reason, String version) {
        return FeedItemResult.newBuilder()
                .setUri(uri)
                .setStatus(status)
                .setReason(reason)
                .setVersion(version)
                .build();
    }

    private Channel partner(byte[] body, long timestamp) {
        return callee.with(headers(ThirdpartyTest.PARTNER, ThirdpartyTest.SECRET, body, timestamp));
    }

    private static Map<String, String> changed(Map<String, String> headers, String name, String value) {
        Map<String, String> changed = new HashMap<>(headers);
        changed.put(name, value);
        return changed;
    }

    private static Map<String, String> headers(String partner, String secret, byte[] body, long timestamp) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(UTF_8));
            return Map.of(
                    "x-partner-id", partner,
                    "x-partner-timestamp", Long.toString(timestamp),
                    "x-partner-signature", HexFormat.of().formatHex(mac.doFinal(body)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
