package news.platform.user.verification;

import static news.platform.user.Visitor.newEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import news.platform.test.PlatformTest;
import news.platform.test.TestCallee;
import news.platform.test.TestClock;
import news.platform.test.grpc.ServiceTwin;
import news.platform.thirdparty.v1.DeliverMessagesRequest;
import news.platform.thirdparty.v1.DeliverMessagesResponse;
import news.platform.thirdparty.v1.Delivery;
import news.platform.thirdparty.v1.DeliveryOutcome;
import news.platform.thirdparty.v1.DeliveryServiceGrpc;
import news.platform.thirdparty.v1.OutgoingMessage;
import news.platform.user.Visitor;
import news.platform.user.v1.CreateSessionRequest;
import news.platform.user.v1.CreateVerificationCodeRequest;
import news.platform.user.v1.CreateVerificationCodeResponse;
import news.platform.user.v1.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service beside a stand-in of who delivers codes, and an owner who may ask for some. */
@PlatformTest(twins = "thirdparty", properties = "news.work.poll=100ms")
abstract class VerificationTest {
    @Autowired
    ServiceTwin thirdpartyTwin;

    @Autowired
    TestCallee callee;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    final Queue<OutgoingMessage> sent = new ConcurrentLinkedQueue<>();
    final String email = newEmail();
    final String phone = newPhone();
    Visitor owner;
    String userId;

    @BeforeEach
    void register() {
        thirdpartyTwin.is(ServiceTwin.Mood.WELL);
        deliver(_ -> Delivery.newBuilder().setOutcome(DeliveryOutcome.DELIVERY_OUTCOME_ACCEPTED));
        owner = Visitor.of(callee);
        userId = owner.register(email).getId();
    }

    /** What is asked for here reaches no other test. */
    @AfterEach
    void awaitNothingToSend() {
        await().until(() ->
                jdbc.sql("select count(*) from platform.task where kind in ('verification-code', 'phone-moved')")
                                .query(Long.class)
                                .single()
                        == 0);
    }

    final void deliver(Function<OutgoingMessage, Delivery.Builder> end) {
        thirdpartyTwin.answer(DeliveryServiceGrpc.getDeliverMessagesMethod(), request -> delivered(request, end));
    }

    private DeliverMessagesResponse delivered(
            DeliverMessagesRequest request, Function<OutgoingMessage, Delivery.Builder> end) {
        var response = DeliverMessagesResponse.newBuilder();
        for (var message : request.getMessagesList()) {
            var delivery = end.apply(message).setId(message.getId()).build();
            if (delivery.getOutcome() == DeliveryOutcome.DELIVERY_OUTCOME_ACCEPTED) {
                sent.add(message);
            }
            response.addDeliveries(delivery);
        }
        return response.build();
    }

    static CreateVerificationCodeResponse ask(Visitor visitor, CreateVerificationCodeRequest request) {
        return visitor.verification().createVerificationCode(request);
    }

    static CreateVerificationCodeRequest toEmail(String address) {
        return CreateVerificationCodeRequest.newBuilder().setEmail(address).build();
    }

    static CreateVerificationCodeRequest toPhone(String number) {
        return CreateVerificationCodeRequest.newBuilder().setPhone(number).build();
    }

    static CreateSessionRequest.Builder byEmail(String address, String code) {
        return CreateSessionRequest.newBuilder().setEmail(address).setCode(code);
    }

    static CreateSessionRequest.Builder byPhone(String number, String code) {
        return CreateSessionRequest.newBuilder().setPhone(number).setCode(code);
    }

    final Session logIn(CreateSessionRequest.Builder request) {
        return owner.sessions().createSession(request.build()).getSession();
    }

    /** As somebody new, for whom no wait has begun. */
    final Session logInElsewhere(CreateSessionRequest.Builder request) {
        return Visitor.of(callee).sessions().createSession(request.build()).getSession();
    }

    /** What was sent there. */
    final OutgoingMessage message(String address) {
        return await().until(
                        () -> sent.stream()
                                .filter(message -> message.getEmail().equals(address)
                                        || message.getPhone().equals(address))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    final String code(String address) {
        return digits(message(address));
    }

    static String digits(OutgoingMessage message) {
        assertThat(message.getTitle()).matches("[0-9]{6} is your code to .+");
        return message.getTitle().substring(0, 6);
    }

    static String other(String code) {
        return code.equals("123456") ? "654321" : "123456";
    }

    private static String newPhone() {
        return "+86" + ThreadLocalRandom.current().nextLong(10_000_000_000L, 20_000_000_000L);
    }
}
