package news.platform.notification.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import news.platform.notification.NotificationServiceTest;
import news.platform.thirdparty.v1.Delivery;
import news.platform.thirdparty.v1.DeliveryOutcome;
import news.platform.thirdparty.v1.OutgoingMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanesIT extends NotificationServiceTest {
    private static final int MANY = 12;

    private final String ann = newUser();
    private final CountDownLatch released = new CountDownLatch(1);

    @BeforeEach
    void annIsReached() {
        register(ann, "phone", "token-a");
        follows(ann, "symbols", "AAPL");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noLaneWaitsForAnotherThatIsSlow(boolean urgentIsSlow) {
        answer(message -> {
            if (message.getUrgent() == urgentIsSlow) {
                awaitRelease();
            }
            return Delivery.newBuilder().setOutcome(DeliveryOutcome.DELIVERY_OUTCOME_ACCEPTED);
        });

        IntStream.range(0, MANY).forEach(_ -> publish(live(urgentIsSlow ? 3 : 2).addSymbols("AAPL")));
        told(ann, MANY);
        publish(live(urgentIsSlow ? 2 : 3).addSymbols("AAPL"));

        await().until(() -> pushed.size() == 1);
        assertThat(pushed).extracting(OutgoingMessage::getUrgent).containsExactly(!urgentIsSlow);
        released.countDown();
        awaitQuiet();
        assertThat(pushed).hasSize(MANY + 1);
    }

    private void awaitRelease() {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
