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
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import news.platform.proto.Timestamps;
import news.platform.test.grpc.TestCertificates;
import news.platform.thirdparty.v1.Delivery;
import news.platform.thirdparty.v1.DeliveryOutcome;
import news.platform.thirdparty.v1.OutgoingMessage;
import news.platform.user.Visitor;
import news.platform.user.v1.BatchGetContactsRequest;
import news.platform.user.v1.ContactServiceGrpc;
import news.platform.user.v1.CreateSessionRequest;
import news.platform.user.v1.CreateVerificationCodeRequest;
import news.platform.user.v1.CreateVerificationCodeResponse;
import news.platform.user.v1.UserContact;
import news.platform.user.v1.VerificationServiceGrpc;
import org.junit.jupiter.api.Test;

/** Codes from being asked for to being used. */
class CodesIT extends VerificationTest {
    private static final java.time.Duration LIFETIME = java.time.Duration.ofMinutes(10);

    @Test
    void logsInByACodeOnce() {
        var before = clock.instant();
        var answer = ask(owner, toEmail(email));
        var code = code(email);

        assertThat(Timestamps.instant(answer.getExpireTime()))
                .isBetween(before.plus(LIFETIME), clock.instant().plus(LIFETIME));
        assertThat(logIn(byEmail(email, code)).getAccessToken()).isNotEmpty();
        assertRefused("BAD_CREDENTIALS", () -> logIn(byEmail(email, code)));
    }

    @Test
    void logsInReadersAlone() {
        ask(owner, toEmail(email));
        var code = code(email);
        become("editor");

        assertRefused("BAD_CREDENTIALS", () -> logIn(byEmail(email, code)));
    }

    /** Whoever asks is told the same, and charged the same. */
    @Test
    void sendsNothingToWhomItWouldNotLogIn() {
        var inside = owner.in(owner.logIn(email, Visitor.PASSWORD), userId, "reader");
        jdbc.sql("update account set phone = :phone where id = :id")
                .param("phone", phone)
                .param("id", userId)
                .update();
        for (var role : List.of("editor", "moderator", "admin")) {
            become(role);
            var before = clock.instant();
            var ofStaff = ask(Visitor.of(callee), toEmail(email));
            var ofNobody = ask(Visitor.of(callee), toEmail(newEmail()));

            assertThat(List.of(ofStaff, ofNobody))
                    .allSatisfy(answer -> assertThat(Timestamps.instant(answer.getExpireTime()))
                            .isBetween(before.plus(LIFETIME), clock.instant().plus(LIFETIME)));
        }
        ask(Visitor.of(callee), toPhone(phone));
        ask(inside, toEmail(email));
        awaitNothingToSend();
        assertThat(sent).isEmpty();

        // whoever shows the code has the number: it may be somebody else's by now
        ask(inside, toPhone(phone));
        assertThat(code(phone)).isNotEmpty();
        ask(Visitor.of(callee), toEmail(email));
        assertRefused("TOO_MANY_CODES", () -> ask(Visitor.of(callee), toEmail(email)));
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

    private void become(String role) {
        jdbc.sql("update account set roles = array['reader', :role] where id = :id")
                .param("role", role)
                .param("id", userId)
                .update();
    }

    private List<UserContact> contacts(String... ids) {
        return ContactServiceGrpc.newBlockingStub(callee.from(TestCertificates.of("notification-service")))
                .batchGetContacts(BatchGetContactsRequest.newBuilder()
                        .addAllIds(List.of(ids))
                        .build())
                .getContactsList();
    }
}
