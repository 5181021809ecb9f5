package news.platform.notification.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import news.platform.market.v1.PriceAlert;
import news.platform.market.v1.PriceAlertCondition;
import news.platform.market.v1.PriceAlertTriggered;
import news.platform.notification.NotificationServiceTest;
import news.platform.notification.v1.Notification;
import news.platform.proto.Timestamps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PriceAlertsIT extends NotificationServiceTest {
    private final String ann = newUser();

    @BeforeEach
    void pricesAreHeardOf() {
        if (!hears("PriceAlertsHandler")) {
            await().pollInterval(Duration.ofMillis(300)).until(() -> {
                send(triggered("nobody", UUID.randomUUID().toString(), 1).build());
                return hears("PriceAlertsHandler");
            });
        }
        register(ann, "phone", "token-a");
    }

    @Test
    void tellsWhoAskedEachTimeOnce() {
        var id = UUID.randomUUID().toString();

        send(triggered(ann, id, 1).build());
        told(ann, 1);
        send(triggered(ann, id, 2).build());

        assertThat(told(ann, 2))
                .extracting(Notification::getKind, Notification::getTitle, Notification::getBody, Notification::getLink)
                .containsOnly(tuple(
                        "alerts", "Northwind Energy is at 100.50", "NRTEN: at or above 100", "/instruments/NRTEN"));
        awaitQuiet();
        assertThat(pushed).hasSize(2);
    }

    private PriceAlertTriggered.Builder triggered(String userId, String id, long version) {
        return PriceAlertTriggered.newBuilder()
                .setPriceAlertId(id)
                .setVersion(version)
                .setUserId(userId)
                .setName("Northwind Energy")
                .setPrice("100.50")
                .setTime(Timestamps.of(clock.instant()))
                .setPriceAlert(PriceAlert.newBuilder()
                        .setId(id)
                        .setSymbol("NRTEN")
                        .setCondition(PriceAlertCondition.PRICE_ALERT_CONDITION_ABOVE)
                        .setThreshold("100"));
    }
}
