package news.platform.market.recording;

import static news.platform.test.grpc.Refusals.assertInvalid;
import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import news.platform.market.MarketServiceTest;
import news.platform.market.v1.CreatePriceAlertRequest;
import news.platform.market.v1.DeletePriceAlertRequest;
import news.platform.market.v1.ListPriceAlertsRequest;
import news.platform.market.v1.PriceAlert;
import news.platform.market.v1.PriceAlertCondition;
import news.platform.market.v1.PriceAlertServiceGrpc;
import news.platform.market.v1.PriceAlertServiceGrpc.PriceAlertServiceBlockingStub;
import news.platform.market.v1.PriceAlertTriggered;
import news.platform.messaging.signal.BatchEventHandler.Taken;
import news.platform.test.TestTokens;
import news.platform.thirdparty.v1.TicksReceived;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class PriceAlertsIT extends MarketServiceTest {
    private static final PriceAlertCondition ABOVE = PriceAlertCondition.PRICE_ALERT_CONDITION_ABOVE;
    private static final PriceAlertCondition BELOW = PriceAlertCondition.PRICE_ALERT_CONDITION_BELOW;
    private static final PriceAlertCondition CHANGE = PriceAlertCondition.PRICE_ALERT_CONDITION_CHANGE;

    private final String ann = "user-" + UUID.randomUUID();

    @Autowired
    private TicksHandler handler;

    @Autowired
    private TransactionTemplate transaction;

    private Instant now = Instant.EPOCH;

    @Test
    void tellsOnceWhenAPriceIsReached() {
        var alert = create("MNHTE", ABOVE, "10.5", false);
        begin();

        price("MNHTE", "10.49", 1);
        assertThat(told(alert)).isEmpty();
        price("MNHTE", "10.50", 1);
        price("MNHTE", "9.00", 600);
        price("MNHTE", "12.00", 600);

        await().untilAsserted(() -> assertThat(told(alert))
                .extracting(PriceAlertTriggered::getPrice)
                .containsExactly("10.50"));
        assertThat(told(alert).getFirst().getUserId()).isEqualTo(ann);
        assertThat(told(alert).getFirst().getName()).isNotEmpty();
        assertThat(list()).singleElement().satisfies(listed -> assertThat(listed.getDone())
                .isTrue());
    }

    /** Prices come late and in batches: what was before somebody asked is not what was asked for. */
    @Test
    void tellsNothingOfWhatWasBefore() {
        now = clock.instant().minusSeconds(60);
        var above = create("MNHFO", ABOVE, "10", true);
        var below = create("MNHFO", BELOW, "5", true);
        var alone = taken("MNHFO", "11", 1);
        var early = taken("MNHFO", "12", 1);
        var low = taken("MNHFO", "4", 1);
        now = clock.instant().plusSeconds(3600);
        var late = taken("MNHFO", "9", 1);

        recorded(List.of(alone));
        recorded(List.of(early, low, late));
        recorded(List.of(taken("MNHFO", "10.5", 1), taken("MNHFO", "9.5", 1)));

        await().untilAsserted(() -> assertThat(told(above))
                .extracting(PriceAlertTriggered::getPrice)
                .containsExactly("10.5"));
        assertThat(told(below)).isEmpty();
        recorded(List.of(taken("MNHFO", "4.5", 1)));
        await().untilAsserted(() -> assertThat(told(below))
                .extracting(PriceAlertTriggered::getPrice)
                .containsExactly("4.5"));
    }

    @Test
    void tellsAgainWhenThePriceWasBackInBetween() {
        var alert = create("MNHEN", BELOW, "5", true);
        begin();

        price("MNHEN", "4.90", 1);
        price("MNHEN", "4.80", 400);
        price("MNHEN", "5.10", 400);
        price("MNHEN", "4.70", 1);

        await().untilAsserted(() -> assertThat(told(alert))
                .extracting(PriceAlertTriggered::getPrice)
                .containsExactly("4.90", "4.70"));
        assertThat(told(alert)).extracting(PriceAlertTriggered::getVersion).containsExactly(1L, 2L);
    }

    @Test
    void tellsOfAChangeWithinAWindow() {
        var alert = creating("MNHMO", CHANGE, "5", false)
                .setWindow(Duration.newBuilder().setSeconds(300))
                .build();
        var id = as(ann).createPriceAlert(alert).getPriceAlert();
        begin();

        price("MNHMO", "100.00", 1);
        // more, but slowly
        price("MNHMO", "104.90", 240);
        price("MNHMO", "109.00", 240);
        assertThat(told(id)).isEmpty();
        price("MNHMO", "103.00", 10);

        await().untilAsserted(() ->
                assertThat(told(id)).extracting(PriceAlertTriggered::getPrice).containsExactly("103.00"));
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertRefused("UNKNOWN_SYMBOL", () -> create("NOPE", ABOVE, "1", false), "symbol");
        assertInvalid(() -> create("MNHPH", ABOVE, "0", false), "threshold");
        assertInvalid(() -> create("MNHPH", ABOVE, "1e3", false), "threshold");
        assertInvalid(
                () -> create("MNHPH", PriceAlertCondition.PRICE_ALERT_CONDITION_UNSPECIFIED, "1", false), "condition");
        assertInvalid(() -> create("MNHPH", CHANGE, "1", false), "window");
        assertInvalid(
                () -> as(ann).createPriceAlert(creating("MNHPH", ABOVE, "1", false)
                        .setWindow(Duration.newBuilder().setSeconds(300))
                        .build()),
                "window");
    }

    @Test
    void aUserHasAHundredAtMost() {
        for (int number = 0; number < 100; number++) {
            create("MNHPH", ABOVE, "1", false);
        }

        assertRefused("PRICE_ALERTS_FULL", () -> create("MNHPH", ABOVE, "1", false));
        as(ann).deletePriceAlert(DeletePriceAlertRequest.newBuilder()
                .setPriceAlertId(list().getFirst().getId())
                .build());
        create("MNHPH", ABOVE, "2", false);
        assertThat(list()).hasSize(100);
    }

    private void begin() {
        now = clock.instant().truncatedTo(ChronoUnit.HOURS).plusSeconds(3600);
    }

    /** So many seconds later. */
    private void price(String symbol, String price, int later) {
        recorded(List.of(taken(symbol, price, later)));
    }

    private Taken<TicksReceived> taken(String symbol, String price, int later) {
        now = now.plusSeconds(later);
        return new Taken<>(message(tick(symbol, price, 1, now)), "", "", now);
    }

    private void recorded(List<Taken<TicksReceived>> batch) {
        transaction.executeWithoutResult(_ -> handler.on(batch));
    }

    private PriceAlert create(String symbol, PriceAlertCondition condition, String threshold, boolean rearming) {
        return as(ann).createPriceAlert(
                        creating(symbol, condition, threshold, rearming).build())
                .getPriceAlert();
    }

    private static CreatePriceAlertRequest.Builder creating(
            String symbol, PriceAlertCondition condition, String threshold, boolean rearming) {
        return CreatePriceAlertRequest.newBuilder()
                .setSymbol(symbol)
                .setCondition(condition)
                .setThreshold(threshold)
                .setRearming(rearming);
    }

    private List<PriceAlert> list() {
        return as(ann).listPriceAlerts(
                        ListPriceAlertsRequest.newBuilder().setPageSize(100).build())
                .getPriceAlertsList();
    }

    private List<PriceAlertTriggered> told(PriceAlert alert) {
        return events.of(PriceAlertTriggered.getDefaultInstance(), alert.getId());
    }

    private PriceAlertServiceBlockingStub as(String userId) {
        return PriceAlertServiceGrpc.newBlockingStub(callee.as(TestTokens.user(userId)));
    }
}
