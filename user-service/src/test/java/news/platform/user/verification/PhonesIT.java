package news.platform.user.verification;

import static news.platform.test.grpc.Refusals.assertInvalid;
import static news.platform.test.grpc.Refusals.assertRefused;
import static news.platform.user.Visitor.newEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.ZoneOffset;
import news.platform.test.grpc.ServiceTwin;
import news.platform.user.Visitor;
import news.platform.user.v1.ChangePhoneRequest;
import news.platform.user.v1.DeleteProfileRequest;
import news.platform.user.v1.GetProfileRequest;
import org.junit.jupiter.api.Test;

/** Telephone numbers that codes have shown to be somebody's. */
class PhonesIT extends VerificationTest {
    @Test
    void givesAnAccountTheNumberThatACodeWentToAndLogsInByIt() {
        var session = owner.logIn(email, Visitor.PASSWORD);
        var inside = owner.in(session, userId, "reader");
        ask(inside, toPhone(phone));
        var code = code(phone);
        assertThat(message(phone).getTitle()).endsWith(" to use this number for an account or to log in by it");

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
        assertThat(message(phone).getTitle()).endsWith(" to log in");
        assertThat(logIn(byPhone(phone, code(phone))).getSessionId()).isNotEmpty();
    }

    @Test
    void takesNoNumberAwayWhereACodeComesWithoutOne() {
        var inside = logged(owner, email, userId);
        numbered(inside);

        assertInvalid(() -> change(inside, "", "123456", Visitor.PASSWORD), "phone");

        assertThat(phoneOf(inside)).isEqualTo(phone);
    }

    @Test
    void leavesANumberToWhoShowsItLastAndForgetsItWithTheAccount() {
        var first = logged(owner, email, userId);
        numbered(first);
        var otherEmail = newEmail();
        var second = another(otherEmail);
        numbered(second);

        assertThat(phoneOf(first)).isEmpty();
        assertThat(phoneOf(second)).isEqualTo(phone);
        assertThat(message(email).getTitle()).isEqualTo("Your telephone number is another account's now");
        assertThat(sent).noneMatch(message -> message.getEmail().equals(otherEmail));
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
    void tellsTheFormerOwnerWhenWhoSendsIsBack() {
        var first = logged(owner, email, userId);
        numbered(first);
        var second = another(newEmail());
        sent.clear();
        ask(second, toPhone(phone));
        var code = code(phone);
        thirdpartyTwin.is(ServiceTwin.Mood.DOWN);

        change(second, phone, code, Visitor.PASSWORD);

        await().until(() ->
                jdbc.sql("select count(*) from platform.task where kind = 'phone-moved' and due_time > :now")
                                .param("now", clock.instant().plusSeconds(30).atOffset(ZoneOffset.UTC))
                                .query(Long.class)
                                .single()
                        == 1);
        thirdpartyTwin.is(ServiceTwin.Mood.WELL);
        clock.advance(Duration.ofMinutes(1));
        assertThat(message(email).getTitle()).isEqualTo("Your telephone number is another account's now");
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

    /** Somebody else, logged in. */
    private Visitor another(String address) {
        var visitor = Visitor.of(callee);
        return logged(visitor, address, visitor.register(address).getId());
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
}
