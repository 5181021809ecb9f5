package news.platform.thirdparty.delivery;

import static news.platform.test.grpc.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import news.platform.proto.Timestamps;
import news.platform.test.TestCallee;
import news.platform.test.grpc.TestCertificates;
import news.platform.thirdparty.ThirdpartyTest;
import news.platform.thirdparty.v1.DeliverMessagesRequest;
import news.platform.thirdparty.v1.Delivery;
import news.platform.thirdparty.v1.DeliveryOutcome;
import news.platform.thirdparty.v1.DeliveryServiceGrpc;
import news.platform.thirdparty.v1.DeviceAddress;
import news.platform.thirdparty.v1.OutgoingMessage;
import news.platform.thirdparty.v1.PushNetwork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@ThirdpartyTest
@TestPropertySource(properties = "news.thirdparty.delivery.file=target/outbox/messages.jsonl")
class DeliveryGrpcServiceIT {
    private static final Path FILE = Path.of("target/outbox/messages.jsonl");

    @Autowired
    TestCallee callee;

    @Autowired
    MeterRegistry meters;

    private final String id = UUID.randomUUID().toString();

    @BeforeEach
    @AfterEach
    void theFileCanBeWritten() throws IOException {
        Files.createDirectories(FILE.getParent());
        Files.deleteIfExists(FILE);
    }

    @Test
    void sendsEachMessageOnceHoweverOftenItIsAsked() throws IOException {
        deliver(push(id + "/1"), push(id + "/2"));

        var again = deliver(push(id + "/2"), push(id + "/3"), push(id + "/3"));

        assertThat(again).extracting(Delivery::getOutcome).containsOnly(DeliveryOutcome.DELIVERY_OUTCOME_ACCEPTED);
        assertThat(again).extracting(Delivery::getId).containsExactly(id + "/2", id + "/3", id + "/3");
        assertThat(Files.readAllLines(FILE)).hasSize(3);
    }

    @Test
    void sendsLaterWhatCouldNotBeSent() throws IOException {
        Files.delete(Files.createDirectories(FILE.getParent()));

        var refused = deliver(push(id)).getFirst();

        assertThat(refused.getOutcome()).isEqualTo(DeliveryOutcome.DELIVERY_OUTCOME_RETRY);
        assertThat(refused.getRetryAfter().getSeconds()).isBetween(1L, 10L);
        Files.createDirectories(FILE.getParent());
        assertThat(deliver(push(id)).getFirst().getOutcome()).isEqualTo(DeliveryOutcome.DELIVERY_OUTCOME_ACCEPTED);
        assertThat(Files.readAllLines(FILE)).hasSize(1);
    }

    @Test
    void leavesOutWhatNobodyWantsAnyMore() {
        double before = expired();

        var late = deliver(push(id).setExpireTime(Timestamps.of(Instant.EPOCH))).getFirst();

        assertThat(late.getOutcome()).isEqualTo(DeliveryOutcome.DELIVERY_OUTCOME_EXPIRED);
        assertThat(expired() - before).isEqualTo(1);
        assertThat(FILE).doesNotExist();
    }

    @Test
    void namesTheFieldThatIsWrong() {
        assertInvalid(() -> deliver(push(id).setEmail("nobody")), "messages[0].email");
        assertInvalid(() -> deliver(push(id).setPhone("12")), "messages[0].phone");
        assertInvalid(() -> deliver(push(id).clearAddress()), "messages[0].address");
        assertInvalid(
                () -> deliver(push(id).setUnsubscribeUrl("https://a.example/\r\nBcc: b@example.org")),
                "messages[0].unsubscribeUrl");
    }

    private double expired() {
        return meters.counter("news.thirdparty.delivery", "provider", "none", "outcome", "expired")
                .count();
    }

    private static OutgoingMessage.Builder push(String messageId) {
        return OutgoingMessage.newBuilder()
                .setId(messageId)
                .setDevice(DeviceAddress.newBuilder()
                        .setNetwork(PushNetwork.PUSH_NETWORK_APNS)
                        .setToken("token"))
                .setTitle("Fed holds rates")
                .setLink("/lives/1");
    }

    private List<Delivery> deliver(OutgoingMessage.Builder... messages) {
        var request = DeliverMessagesRequest.newBuilder();
        Stream.of(messages).forEach(request::addMessages);
        return DeliveryServiceGrpc.newBlockingStub(callee.from(TestCertificates.of("notification-service")))
                .deliverMessages(request.build())
                .getDeliveriesList();
    }
}
