package news.platform.user.verification;

import static news.platform.test.grpc.Refusals.assertInvalid;
import static news.platform.test.grpc.Refusals.assertRefused;
import static news.platform.test.grpc.Refusals.refusal;
import static news.platform.user.Visitor.newEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import news.platform.proto.Timestamps;
import news.platform.test.PlatformTest;
import news.platform.test.TestCallee;
import news.platform.test.TestClock;
import news.platform.test.grpc.ServiceTwin;
import news.platform.test.grpc.TestCertificates;
import news.platform.thirdparty.v1.DeliverMessagesRequest;
import news.platform.thirdparty.v1.DeliverMessagesResponse;
import news.platform.thirdparty.v1.Delivery;
import news.platform.thirdparty.v1.DeliveryOutcome;
import news.platform.thirdparty.v1.DeliveryServiceGrpc;
import news.platform.thirdparty.v1.OutgoingMessage;
import news.platform.user.Visitor;
import news.platform.user.v1.BatchGetContactsRequest;
import news.platform.user.v1.ChangePhoneRequest;
import news.platform.user.v1.ContactServiceGrpc;
import news.platform.user.v1.CreateSessionRequest;
import news.platform.user.v1.CreateVerificationCodeRequest;
import news.platform.user.v1.CreateVerificationCodeResponse;
import news.platform.user.v1.DeleteProfileRequest;
import news.platform.user.v1.GetProfileRequest;
import news.platform.user.v1.Session;
import news.platform.user.v1.UserContact;
import news.platform.user.v1.VerificationServiceGrpc;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Codes from being asked for to being used, beside a stand-in of who delivers them. */
@PlatformTest(twins = "thirdparty", properties = "news.work.poll=100ms")
class VerificationIT {
    private static final java.time.Duration LIFETIME = java.time.Duration.ofMinutes(10);

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
        await().until(() -> jdbc.sql("select count(*) from platform.task where kind = 'verification-code'")
                        .query(Long.class)
                        .single()
                == 0);
    }

    @Test
    void logsInByACodeOnce() {
        var answer = ask(owner, toEmail(email));
        var code = code(email);

        assertThat(Timestamps.instant(answer.getExpireTime()))
                .isBetween(
                        clock.instant().plus(LIFETIME).minusSeconds(60),
                        clock.instant().plus(LIFETIME));
        assertThat(logIn(byEmail(email, code)).getAccessToken()).isNotEmpty();
        assertRefused("BAD_CREDENTIALS", () -> logIn(byEmail(email, code)));
    }

    @Test
    void keepsNoCodeInTheDatabaseAndSaysNothingOfItInItsId() {
        ask(owner, toEmail(email));
        var message = message(email);
        var code = digits(message);

        assertThat(jdbc.sql("select row_to_json(c)::text from verification_code c where contact = :contact")
                        .param("contact", email)
                        .query(String.class)
                        .single())
                .contains(email)
                .doesNotContain("\"" + code + "\"");
        assertThat(message.getUrgent()).isTrue();
        assertThat(message.getExpireTime().getSeconds())
                .isGreaterThan(clock.instant().getEpochSecond());
    }

    @Test
    void takesTheLastCodeWhileItIsGoodAndFiveTries() {
        ask(owner, toEmail(email));
        var first = code(email);
        sent.clear();
        ask(owner, toEmail(email));
        var second = code(email);

        // of a million codes two may be the same
        if (!first.equals(second)) {
            assertRefused("BAD_CREDENTIALS", () -> logIn(byEmail(email, first)));
        }
        clock.advance(LIFETIME);
        assertRefused("BAD_CREDENTIALS", () -> logIn(byEmail(email, second)));

        sent.clear();
        ask(owner, toEmail(email));
        var third = code(email);
        for (int i = 0; i < 5; i++) {
            assertRefused("BAD_CREDENTIALS", () -> logInElsewhere(byEmail(email, other(third))));
        }
        assertRefused("BAD_CREDENTIALS", () -> logInElsewhere(byEmail(email, third)));
    }

    @Test
    void answersTheSameWhoeverHasTheAddressAndSendsToNobodyWhoHasNoAccount() {
        var nobody = newEmail();

        var ofNobody = ask(Visitor.of(callee), toEmail(nobody));
        var ofPhone = ask(Visitor.of(callee), toPhone(phone));
        var known = ask(owner, toEmail(email));
        code(email);

        assertThat(List.of(ofNobody, ofPhone, known)).allMatch(CreateVerificationCodeResponse::hasExpireTime);
        awaitNothingToSend();
        assertThat(sent).extracting(OutgoingMessage::getEmail).containsExactly(email);
        var wrong = refusal(() -> logInElsewhere(byEmail(email, "000000")));
        var unknown = refusal(() -> logInElsewhere(byEmail(nobody, "000000")));
        assertThat(wrong).isEqualTo(unknown);
    }

    @Test
    void sendsToOneAddressFiveAndThenOneAnHour() {
        for (int i = 0; i < 5; i++) {
            ask(Visitor.of(callee), toEmail(email));
        }

        assertThat(refusal(() -> ask(Visitor.of(callee), toEmail(email))).retryAfter())
                .hasValueSatisfying(wait -> assertThat(wait).isPositive());
        assertRefused("TOO_MANY_CODES", () -> ask(owner, toEmail(email)));
        clock.advance(java.time.Duration.ofHours(1));
        ask(Visitor.of(callee), toEmail(email));
        assertRefused("TOO_MANY_CODES", () -> ask(Visitor.of(callee), toEmail(email)));
    }

    @Test
    void sendsTwentyThatOneNetworkAsksFor() {
        var site = "2001:db8:" + Integer.toHexString(ThreadLocalRandom.current().nextInt(0x10000));
        for (int i = 0; i < 20; i++) {
            ask(owner.at(site + ":" + i + "::1"), toEmail(newEmail()));
        }

        assertRefused("TOO_MANY_CODES", () -> ask(owner.at(site + ":ff::1"), toEmail(newEmail())));
        ask(Visitor.of(callee), toEmail(newEmail()));
    }

    @Test
    void sendsOneForAKeyHoweverOftenItIsAsked() {
        var keyed = VerificationServiceGrpc.newBlockingStub(
                callee.with(Map.of("x-client-address", owner.address(), "idempotency-key", "key-" + owner.address())));

        var first = keyed.createVerificationCode(toEmail(email));
        var code = code(email);
        for (int i = 0; i < 6; i++) {
            assertThat(keyed.createVerificationCode(toEmail(email))).isEqualTo(first);
        }

        awaitNothingToSend();
        assertThat(sent).hasSize(1);
        assertThat(logIn(byEmail(email, code)).getSessionId()).isNotEmpty();
    }

    @Test
    void sendsWhenWhoDeliversIsBackAndTheSameCode() {
        var tried = new ConcurrentLinkedQueue<OutgoingMessage>();
        deliver(message -> {
            tried.add(message);
            return Delivery.newBuilder()
                    .setOutcome(DeliveryOutcome.DELIVERY_OUTCOME_RETRY)
                    .setRetryAfter(Duration.newBuilder().setSeconds(1));
        });
        ask(owner, toEmail(email));
        await().until(() -> !tried.isEmpty());

        deliver(_ -> Delivery.newBuilder().setOutcome(DeliveryOutcome.DELIVERY_OUTCOME_ACCEPTED));

        assertThat(message(email)).isEqualTo(tried.peek());
    }

    @Test
    void tellsNotificationServiceOfAnAddressOnceItsOwnerHasLoggedInByACode() {
        assertThat(contacts(userId)).isEmpty();
        owner.logIn(email, Visitor.PASSWORD);
        assertThat(contacts(userId)).isEmpty();

        ask(owner, toEmail(email));
        logIn(byEmail(email, code(email)));

        assertThat(contacts("nobody", userId, userId))
                .containsExactly(UserContact.newBuilder()
                        .setUserId(userId)
                        .setEmail(email)
                        .build());
    }

    @Test
    void givesAnAccountTheNumberThatACodeWentToAndLogsInByIt() {
        var session = owner.logIn(email, Visitor.PASSWORD);
        var inside = owner.in(session, userId, "reader");
        ask(inside, toPhone(phone));
        var code = code(phone);

        assertRefused("WRONG_PASSWORD", () -> change(inside, phone, code, "wrong password"), "currentPassword");
        assertRefused("WRONG_CODE", () -> change(inside, phone, other(code), Visitor.PASSWORD), "code");
        change(inside, phone, code, Visitor.PASSWORD);

        assertThat(inside.profile()
                        .getProfile(GetProfileRequest.getDefaultInstance())
                        .getProfile()
                        .getPhone())
                .isEqualTo(phone);
        sent.clear();
        ask(Visitor.of(callee), toPhone(phone));
        assertThat(logIn(byPhone(phone, code(phone))).getSessionId()).isNotEmpty();
    }

    @Test
    void leavesANumberToWhoShowsItLastAndForgetsItWithTheAccount() {
        var first = logged(owner, email, userId);
        numbered(first);
        var otherEmail = newEmail();
        var otherOwner = Visitor.of(callee);
        var second =
                logged(otherOwner, otherEmail, otherOwner.register(otherEmail).getId());
        numbered(second);

        assertThat(phoneOf(first)).isEmpty();
        assertThat(phoneOf(second)).isEqualTo(phone);
        change(second, "", "", Visitor.PASSWORD);
        assertThat(phoneOf(second)).isEmpty();
        numbered(first);
        first.profile()
                .deleteProfile(DeleteProfileRequest.newBuilder()
                        .setCurrentPassword(Visitor.PASSWORD)
                        .build());
        assertThat(jdbc.sql("select count(*) from account where phone = :phone")
                        .param("phone", phone)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void refusesWhatIsNeitherOneThingNorTheOther() {
        assertInvalid(() -> ask(owner, CreateVerificationCodeRequest.getDefaultInstance()), "email");
        assertInvalid(() -> ask(owner, toEmail("nobody")), "email");
        assertInvalid(() -> ask(owner, toPhone("13800138000")), "phone");
        assertInvalid(() -> logIn(byEmail(email, "123456").setPassword(Visitor.PASSWORD)), "code");
        assertInvalid(() -> logIn(byEmail(email, "123456").setPhone(phone)), "phone");
        assertInvalid(
                () -> logIn(CreateSessionRequest.newBuilder().setPhone(phone).setPassword(Visitor.PASSWORD)), "code");
        assertInvalid(() -> logIn(CreateSessionRequest.newBuilder()), "email", "password");
        assertInvalid(() -> logIn(byEmail(email, "12345")), "code");
    }

    private void deliver(Function<OutgoingMessage, Delivery.Builder> end) {
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

    private List<UserContact> contacts(String... ids) {
        return ContactServiceGrpc.newBlockingStub(callee.from(TestCertificates.of("notification-service")))
                .batchGetContacts(BatchGetContactsRequest.newBuilder()
                        .addAllIds(List.of(ids))
                        .build())
                .getContactsList();
    }

    private static CreateVerificationCodeResponse ask(Visitor visitor, CreateVerificationCodeRequest request) {
        return visitor.verification().createVerificationCode(request);
    }

    private static CreateVerificationCodeRequest toEmail(String address) {
        return CreateVerificationCodeRequest.newBuilder().setEmail(address).build();
    }

    private static CreateVerificationCodeRequest toPhone(String number) {
        return CreateVerificationCodeRequest.newBuilder().setPhone(number).build();
    }

    private static CreateSessionRequest.Builder byEmail(String address, String code) {
        return CreateSessionRequest.newBuilder().setEmail(address).setCode(code);
    }

    private static CreateSessionRequest.Builder byPhone(String number, String code) {
        return CreateSessionRequest.newBuilder().setPhone(number).setCode(code);
    }

    private Session logIn(CreateSessionRequest.Builder request) {
        return owner.sessions().createSession(request.build()).getSession();
    }

    /** As somebody new, for whom no wait has begun. */
    private Session logInElsewhere(CreateSessionRequest.Builder request) {
        return Visitor.of(callee).sessions().createSession(request.build()).getSession();
    }

    private static void change(Visitor visitor, String number, String code, String password) {
        visitor.verification()
                .changePhone(ChangePhoneRequest.newBuilder()
                        .setPhone(number)
                        .setCode(code)
                        .setCurrentPassword(password)
                        .build());
    }

    private static Visitor logged(Visitor visitor, String address, String id) {
        return visitor.in(visitor.logIn(address, Visitor.PASSWORD), id, "reader");
    }

    /** Gives them the number. */
    private void numbered(Visitor visitor) {
        sent.clear();
        ask(visitor, toPhone(phone));
        change(visitor, phone, code(phone), Visitor.PASSWORD);
    }

    private static String phoneOf(Visitor visitor) {
        return visitor.profile()
                .getProfile(GetProfileRequest.getDefaultInstance())
                .getProfile()
                .getPhone();
    }

    /** What was sent there. */
    private OutgoingMessage message(String address) {
        return await().until(
                        () -> sent.stream()
                                .filter(message -> message.getEmail().equals(address)
                                        || message.getPhone().equals(address))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private String code(String address) {
        return digits(message(address));
    }

    private static String digits(OutgoingMessage message) {
        assertThat(message.getTitle()).matches("[0-9]{6} is your code");
        return message.getTitle().substring(0, 6);
    }

    private static String other(String code) {
        return code.equals("123456") ? "654321" : "123456";
    }

    private static String newPhone() {
        return "+86" + ThreadLocalRandom.current().nextLong(10_000_000_000L, 20_000_000_000L);
    }
}
