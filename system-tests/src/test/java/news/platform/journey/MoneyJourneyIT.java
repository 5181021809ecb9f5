package news.platform.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import news.platform.journey.RightsDesk.Reader;
import news.platform.journey.Visitor.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A reader buys a membership, pays in the sandbox and reads what is paid for; the money goes back, and it closes. */
@ExtendWith(SharedPlatform.class)
class MoneyJourneyIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofSeconds(2);

    @Test
    void whatIsPaidForOpensAndWhatIsGivenBackCloses(RunningPlatform platform) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var desk = RightsDesk.of(new Visitor(http, platform.edge(), ""));
            var trials = new Trials(List.of(platform.edge()));
            var article = desk.article(true);
            var reader = desk.reader();
            assertThat(Trials.isWhole(reader, platform.edge(), article)).isFalse();

            var order = ordered(reader, membership(desk));
            // what the reader buys, or what is cheaper
            var offer = await().atMost(LONG)
                    .until(
                            () -> reader.visitor()
                                    .get("/api/v1/" + article)
                                    .body()
                                    .at("/access/offers/0"),
                            JsonNode::isString)
                    .asString();
            assertThat(reader.visitor().get("/api/v1/products/" + offer).status())
                    .isEqualTo(200);

            var payment = begun(reader, order);
            press(http, payment);

            awaitState(reader, "/api/v1/payments/" + payment.text("id") + "?waitSeconds=5", "PAYMENT_STATE_SUCCEEDED");
            awaitState(reader, "/api/v1/orders/" + order.text("id"), "ORDER_STATE_FULFILLED");
            trials.untilAll(reader, article, true);
            assertThat(reader.visitor().get("/api/v1/me/entitlements").body().toString())
                    .contains("plans/premium");

            refunded(desk.admin(), payment);

            awaitState(reader, "/api/v1/orders/" + order.text("id"), "ORDER_STATE_REFUNDED");
            trials.untilAll(reader, article, false);
        }
    }

    /** Times count from before the press of the button and from before the refund is asked for. */
    @Test
    void opensAndClosesEverywhereSoon(RunningPlatform platform) throws Exception {
        var opening = new ArrayList<Duration>();
        var closing = new ArrayList<Duration>();
        try (var http = HttpClient.newHttpClient()) {
            var trials = Trials.at(platform);
            var desk = RightsDesk.of(new Visitor(http, platform.edge(), ""));
            var article = desk.article(true);
            var product = membership(desk);
            for (int trial = 0; trial < Trials.COUNT; trial++) {
                if (trial > 0 && trial % Trials.TRIALS_A_TOKEN == 0) {
                    desk = RightsDesk.of(desk.anyone());
                }
                var reader = desk.reader();
                assertThat(trials.edges()).noneMatch(edge -> Trials.isWhole(reader, edge, article));
                var payment = begun(reader, ordered(reader, product));

                opening.add(trials.after(() -> press(http, payment), reader, article, true));
                awaitState(reader, "/api/v1/payments/" + payment.text("id"), "PAYMENT_STATE_SUCCEEDED");

                var admin = desk.admin();
                closing.add(trials.after(() -> refunded(admin, payment), reader, article, false));
            }
        }
        Trials.judge("what is paid for opened", opening, SOON);
        Trials.judge("what is given back closed", closing, SOON);
    }

    @Test
    void aKillBetweenTheTwoPhasesOfAPaymentLeavesOne(RunningPlatform platform) throws Exception {
        try (var http = HttpClient.newHttpClient();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var desk = RightsDesk.of(new Visitor(http, platform.edge(), ""));
            var buyer = desk.reader();
            var reader = buyer.visitor();
            var body = Map.of("orderId", ordered(buyer, membership(desk)).text("id"), "channel", "sandbox");
            var key = UUID.randomUUID().toString();
            var killed = new AtomicBoolean();
            int before = charges(http, platform);
            // so that whoever begins a payment waits for its channel
            fault(http, platform, "FROZEN");

            threads.execute(() -> {
                while (!killed.get()) {
                    reader.post("/api/v1/payments", body, key);
                }
            });
            await().atMost(LONG)
                    .until(
                            () -> reader.post("/api/v1/payments", body, key).text("reason"),
                            "IDEMPOTENCY_KEY_IN_USE"::equals);
            platform.kill("payment");
            killed.set(true);
            fault(http, platform, "NORMAL");
            platform.startAgain("payment");

            var payment = reader.postOnce("/api/v1/payments", body, key);
            assertThat(payment.status()).as("%s", payment).isEqualTo(201);
            assertThat(reader.postOnce("/api/v1/payments", body, key)).isEqualTo(payment);
            assertThat(charges(http, platform) - before).isEqualTo(1);
        }
    }

    @Test
    void callbacksThatWereAlteredAnywhereChangeNothing(RunningPlatform platform) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var desk = RightsDesk.of(new Visitor(http, platform.edge(), ""));
            var reader = desk.reader();
            var payment = begun(reader, ordered(reader, membership(desk)));
            var callback = SandboxCallback.paid(payment.text("id"), 3000);

            assertThat(callback.altered(200)).hasSize(200).allSatisfy(altered -> assertThat(
                            altered.sentTo(http, platform.edge()))
                    .as("%s", altered)
                    .isBetween(400, 499));
            assertThat(state(reader.visitor().get("/api/v1/payments/" + payment.text("id"))))
                    .isEqualTo("PAYMENT_STATE_REQUIRES_ACTION");

            assertThat(callback.sentTo(http, platform.edge())).isEqualTo(200);
            awaitState(reader, "/api/v1/payments/" + payment.text("id") + "?waitSeconds=5", "PAYMENT_STATE_SUCCEEDED");
        }
    }

    private static Answer ordered(Reader reader, String product) {
        return made(
                reader.visitor().postOnce("/api/v1/orders", Map.of("items", List.of(Map.of("productId", product)))));
    }

    private static Answer begun(Reader reader, Answer order) {
        return made(reader.visitor()
                .postOnce("/api/v1/payments", Map.of("orderId", order.text("id"), "channel", "sandbox")));
    }

    private static void refunded(Visitor admin, Answer payment) {
        made(admin.postOnce("/api/v1/payments/" + payment.text("id") + "/refunds", Map.of("reason", "asked for")));
    }

    private static Answer made(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer;
    }

    /** The button of the page that the payer is sent to. */
    private static void press(HttpClient http, Answer payment) {
        var page = URI.create(payment.body().path("nextAction").path("url").asString());
        var press = HttpRequest.newBuilder(page).POST(BodyPublishers.noBody()).build();
        assertThat(http.sendAsync(press, BodyHandlers.discarding()).join().statusCode())
                .isBetween(200, 399);
    }

    private static void fault(HttpClient http, RunningPlatform platform, String mode) throws Exception {
        var faults = HttpRequest.newBuilder(platform.sandbox().resolve("/control/faults"))
                .PUT(BodyPublishers.ofString("{\"mode\": \"" + mode + "\"}"))
                .build();
        assertThat(http.send(faults, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
    }

    /** How many there are at the channel. */
    private static int charges(HttpClient http, RunningPlatform platform) throws Exception {
        var books = HttpRequest.newBuilder(platform.sandbox().resolve("/control/books"))
                .build();
        return new JsonMapper()
                .readTree(http.send(books, BodyHandlers.ofString()).body())
                .path("charges")
                .size();
    }

    /** The id of a product that opens the premium plan for a month. */
    private static String membership(RightsDesk desk) {
        var product = desk.admin()
                .postOnce(
                        "/api/v1/products",
                        Map.of(
                                "kind",
                                "PRODUCT_KIND_MEMBERSHIP",
                                "texts",
                                List.of(Map.of("lang", "en", "name", "A month", "description", "Everything.")),
                                "prices",
                                List.of(Map.of("currencyCode", "CNY", "units", "30")),
                                "validity",
                                "P1M",
                                "scopes",
                                List.of("plans/premium")));
        return made(product).text("id");
    }

    private static void awaitState(Reader reader, String path, String state) {
        await().atMost(LONG)
                .until(() -> reader.visitor().get(path), answer -> state(answer).equals(state));
    }

    private static String state(Answer answer) {
        return answer.text("state");
    }
}
