package news.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import news.platform.gateway.testing.EchoTwin;
import news.platform.gateway.testing.EdgeClient;
import news.platform.gateway.testing.EdgeTest;
import news.platform.gateway.testing.SseClient;
import news.platform.gateway.testing.Twins;
import news.platform.security.token.TokenVerifier;
import news.platform.test.TestTokens;
import news.platform.testing.v1.InboxLetter;
import news.platform.testing.v1.Price;
import news.platform.testing.v1.WatchInboxResponse;
import news.platform.testing.v1.WatchPricesResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/** Streams in the modes mine and latest. */
@EdgeTest
@Timeout(60)
class EdgeStreamModesIT {

    private static final Pattern PRICE = Pattern.compile("\"thing\":\"(\\w+)\",\"amount\":\"(\\w+)\"");

    @Autowired
    EdgeClient client;

    @Autowired
    Twins twins;

    @Autowired
    TokenVerifier tokens;

    private final List<SseClient> clients = new ArrayList<>();
    private EchoTwin echo;

    @BeforeEach
    void twin() {
        echo = twins.echo;
        echo.letters.set(3);
    }

    @AfterEach
    void leave() {
        echo.prices.isAway(false);
        clients.forEach(SseClient::close);
    }

    @Test
    void tellsEachCallerHowThingsStandAndThenWhatIsForIt() {
        var ann = inbox("ann");
        var annAgain = inbox("ann");
        var bob = inbox("bob");
        for (var reader : List.of(ann, annAgain, bob)) {
            assertThat(reader.next()).isEqualTo(new SseClient.Event("", "opened", "{\"letters\":3}"));
        }
        await().until(() -> echo.inboxes.open() == 1);

        echo.inboxes.tell(letter("ann", "for ann"));
        echo.inboxes.tell(letter("bob", "for bob"));

        assertThat(ann.next()).isEqualTo(new SseClient.Event("", "letter.came", "{\"text\":\"for ann\"}"));
        assertThat(annAgain.next().data()).contains("for ann");
        assertThat(bob.next().data()).contains("for bob");
        assertThat(echo.inboxes.open()).isOne();
    }

    @Test
    void tellsEverybodyAgainHowThingsStandWhenTheCallBroke() {
        var ann = inbox("ann");
        ann.next();
        await().until(() -> echo.inboxes.open() == 1);
        echo.letters.set(5);

        echo.inboxes.breakCalls();

        assertThat(ann.texts(1)).containsExactly("{\"letters\":5}");
    }

    @Test
    void endsWithTheSession() {
        var token = TestTokens.with(claims -> claims.subject("cid").claim("sid", "the session of cid"));
        var cid = open("/test/inbox:stream", "Authorization: Bearer " + token);
        assertThat(cid.next().type()).isEqualTo("opened");

        tokens.forgetSession("the session of cid");

        assertThat(cid.next()).isEqualTo(SseClient.END);
    }

    @Test
    void opensAnInboxForUsersOnlyAndOnlySoMany() {
        assertThat(client.get("/test/inbox:stream").status()).isEqualTo(401);
        for (int i = 0; i < 3; i++) {
            assertThat(inbox("dan").status()).isEqualTo(200);
        }

        var refused = client.get("/test/inbox:stream", "Authorization", "Bearer " + TestTokens.user("dan"));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(inbox("eve").status()).isEqualTo(200);
    }

    @Test
    void tellsTheLastValuesFirstAndThenWhatChangesOfWhatIsWanted() {
        echo.snapshot.set(prices("a", "1", "b", "2", "c", "3"));
        echo.prices.breakCalls();
        var all = open("/test/prices:stream");
        var some = open("/test/prices:stream?things=a&things=c&things=none");
        assertThat(known(all, Map.of("a", "1", "b", "2", "c", "3"))).isTrue();
        assertThat(known(some, Map.of("a", "1", "c", "3"))).isTrue();

        echo.prices.tell(prices("b", "20"));
        echo.prices.tell(prices("c", "30"));

        assertThat(known(all, Map.of("b", "20", "c", "30"))).isTrue();
        assertThat(known(some, Map.of("c", "30"))).isTrue();
        assertThat(echo.prices.open()).isOne();
    }

    /** What comes from memory says so to who comes then and to who is there; when the call is back everybody hears everything. */
    @Test
    void saysOfTheLastValuesThatTheyMayNotBeSoAnyMoreWhileTheCallIsBroken() {
        echo.snapshot.set(prices("a", "41"));
        echo.prices.breakCalls();
        var early = open("/test/prices:stream?things=a");
        hear(early, "\"amount\":\"41\",\"old\":false");

        echo.prices.isAway(true);
        await().until(() ->
                open("/test/prices:stream?things=a").next().data().contains("\"amount\":\"41\",\"old\":true"));
        hear(early, "\"amount\":\"41\",\"old\":true");

        echo.snapshot.set(prices("a", "42"));
        echo.prices.isAway(false);
        hear(early, "\"amount\":\"42\",\"old\":false");
    }

    @Test
    void mergesWhatChangesOftenIntoFewEvents() {
        echo.snapshot.set(prices("a", "0"));
        echo.prices.breakCalls();
        var reader = open("/test/prices:stream?things=a");
        assertThat(known(reader, Map.of("a", "0"))).isTrue();

        IntStream.rangeClosed(1, 500).forEach(amount -> echo.prices.tell(prices("a", Integer.toString(amount))));

        var amounts = new ArrayList<String>();
        while (amounts.isEmpty() || !amounts.getLast().equals("500")) {
            amounts.addAll(read(reader.next()).values());
        }
        assertThat(amounts).hasSizeLessThan(100);
    }

    private static void hear(SseClient reader, String wanted) {
        var event = reader.next();
        while (!event.data().contains(wanted)) {
            assertThat(event).isNotEqualTo(SseClient.END);
            event = reader.next();
        }
    }

    /** Reads until it has heard these values. */
    private static boolean known(SseClient reader, Map<String, String> wanted) {
        var heard = new HashMap<String, String>();
        while (!heard.entrySet().containsAll(wanted.entrySet())) {
            var event = reader.next();
            assertThat(event.type()).isEqualTo("prices");
            heard.putAll(read(event));
        }
        return true;
    }

    private static Map<String, String> read(SseClient.Event event) {
        var prices = new HashMap<String, String>();
        var matcher = PRICE.matcher(event.data());
        while (matcher.find()) {
            prices.put(matcher.group(1), matcher.group(2));
        }
        return prices;
    }

    private static WatchPricesResponse prices(String... thingsAndAmounts) {
        var prices = WatchPricesResponse.newBuilder();
        for (int i = 0; i < thingsAndAmounts.length; i += 2) {
            prices.addPrices(Price.newBuilder().setThing(thingsAndAmounts[i]).setAmount(thingsAndAmounts[i + 1]));
        }
        return prices.build();
    }

    private static WatchInboxResponse letter(String user, String text) {
        return WatchInboxResponse.newBuilder()
                .setUserId(user)
                .setEvent("letter.came")
                .setLetter(InboxLetter.newBuilder().setText(text))
                .build();
    }

    private SseClient inbox(String user) {
        return open("/test/inbox:stream", "Authorization: Bearer " + TestTokens.user(user));
    }

    private SseClient open(String path, String... headers) {
        var opened = new SseClient(client.port(), path, headers);
        clients.add(opened);
        return opened;
    }
}
