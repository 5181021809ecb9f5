package news.platform.user.login;

import static news.platform.test.grpc.Refusals.assertRefused;
import static news.platform.test.grpc.Refusals.refusal;
import static news.platform.user.Visitor.newEmail;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import news.platform.error.ErrorDetails;
import news.platform.error.Kind;
import news.platform.test.PlatformTest;
import news.platform.test.TestCallee;
import news.platform.test.TestClock;
import news.platform.user.AtOnce;
import news.platform.user.Visitor;
import news.platform.user.v1.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class LoginThrottleIT {
    private static final Duration NEARLY = Duration.ofMillis(500);

    @Autowired
    TestCallee callee;

    @Autowired
    TestClock clock;

    String email;
    Visitor owner;

    @BeforeEach
    void register() {
        email = newEmail();
        owner = Visitor.of(callee);
        owner.register(email);
    }

    @Test
    void makesADeviceWaitTwiceAsLongAfterEachFailure() {
        fail(owner, email, 5);

        assertThat(wait(attempt(owner, email))).isBetween(NEARLY, Duration.ofSeconds(1));
        clock.advance(Duration.ofSeconds(1));
        fail(owner, email, 1);
        assertThat(wait(attempt(owner, email))).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        clock.advance(Duration.ofSeconds(2));
        fail(owner, email, 1);
        assertThat(wait(attempt(owner, email))).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(4));
    }

    @Test
    void neverMakesADeviceWaitLongerThanAQuarterOfAnHour() {
        fail(owner, email, 5);
        for (int i = 0; i < 15; i++) {
            clock.advance(Duration.ofMinutes(15));
            fail(owner, email, 1);
        }

        assertThat(wait(attempt(owner, email))).isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));
        clock.advance(Duration.ofMinutes(15));
        owner.logIn(email, Visitor.PASSWORD);
    }

    @Test
    void startsAfreshAfterASuccess() {
        fail(owner, email, 4);
        owner.logIn(email, Visitor.PASSWORD);

        fail(owner, email, 5);

        assertThat(attempt(owner, email).reason()).isEqualTo("TOO_MANY_ATTEMPTS");
    }

    @Test
    void forgetsAfterADay() {
        fail(owner, email, 5);
        clock.advance(Duration.ofHours(24));

        fail(owner, email, 5);
    }

    @Test
    void doesNotCountWhatItRefuses() {
        fail(owner, email, 5);
        for (int i = 0; i < 10; i++) {
            assertThat(attempt(owner, email).reason()).isEqualTo("TOO_MANY_ATTEMPTS");
        }
        clock.advance(Duration.ofSeconds(1));

        owner.logIn(email, Visitor.PASSWORD);
    }

    @Test
    void treatsAnUnknownAccountLikeAKnownOne() {
        String nobody = newEmail();
        fail(owner, nobody, 5);

        var refusal = attempt(owner, nobody);

        assertThat(refusal.kind()).contains(Kind.TOO_MANY);
        assertThat(wait(refusal)).isBetween(NEARLY, Duration.ofSeconds(1));
    }

    @Test
    void hearsAKnownDeviceWhileManyOthersGuess() {
        owner.logIn(email, Visitor.PASSWORD);
        for (int i = 0; i < 20; i++) {
            fail(Visitor.of(callee), email, 1);
            owner.logIn(email, Visitor.PASSWORD);
        }

        for (int i = 0; i < 4; i++) {
            assertThat(wait(attempt(Visitor.of(callee), email))).isBetween(NEARLY, Duration.ofSeconds(45));
        }
        fail(owner, email, 4);
        owner.logIn(email, Visitor.PASSWORD);
    }

    @Test
    void hearsAtMostAHundredUnknownDevicesAnHour() {
        int heard = 0;
        for (int second = 0; second < 3600; second += 15) {
            if (attempt(Visitor.of(callee), email).reason().equals("BAD_CREDENTIALS")) {
                heard++;
            }
            clock.advance(Duration.ofSeconds(15));
        }

        assertThat(heard).isBetween(90, 100);
        clock.advance(Duration.ofSeconds(45));
        Visitor.of(callee).logIn(email, Visitor.PASSWORD);
    }

    @Test
    void hearsADeviceByItsTokenWhoeverGuessesAtTheSameAddress() {
        String token = owner.logIn(email, Visitor.PASSWORD).getDeviceToken();
        Visitor moved = Visitor.of(callee);
        fail(moved, email, 5);
        assertThat(attempt(moved, email).reason()).isEqualTo("TOO_MANY_ATTEMPTS");

        Session session = moved.logIn(email, Visitor.PASSWORD, token);

        assertThat(session.getDeviceToken()).isEqualTo(token);
        assertThat(attempt(moved, email).reason()).isEqualTo("TOO_MANY_ATTEMPTS");
    }

    @Test
    void boundsTheGuessesOfAStolenDeviceToken() {
        String token = owner.logIn(email, Visitor.PASSWORD).getDeviceToken();
        Visitor thief = Visitor.of(callee);
        for (int i = 0; i < 5; i++) {
            assertRefused("BAD_CREDENTIALS", () -> thief.logIn(email, "wrong password", token));
        }

        assertRefused("TOO_MANY_ATTEMPTS", () -> thief.logIn(email, "wrong password", token));
        owner.logIn(email, Visitor.PASSWORD);
    }

    @Test
    void takesTheTokenOfAnotherAccountForNone() {
        String other = newEmail();
        owner.register(other);
        String token = owner.logIn(other, Visitor.PASSWORD).getDeviceToken();
        fail(owner, email, 5);

        assertRefused("TOO_MANY_ATTEMPTS", () -> owner.logIn(email, Visitor.PASSWORD, token));
        assertThat(Visitor.of(callee).logIn(email, Visitor.PASSWORD, token).getDeviceToken())
                .isNotEmpty()
                .isNotEqualTo(token);
    }

    @Test
    void boundsTheWiderIpv6NetworksThatOneGuesserMayHave() {
        String site = "2001:db8:" + Integer.toHexString(UUID.randomUUID().hashCode() & 0xffff);
        for (int i = 0; i < 10; i++) {
            fail(owner.at(site + ":10" + Integer.toHexString(i) + "::1"), email, 1);
        }
        assertThat(attempt(owner.at(site + ":10f::1"), email).reason()).isEqualTo("TOO_MANY_ATTEMPTS");

        for (int i = 0; i < 10; i++) {
            fail(owner.at(site + ":" + (2 + i) + "00::1"), email, 1);
        }
        assertThat(attempt(owner.at(site + ":f00::1"), email).reason()).isEqualTo("TOO_MANY_ATTEMPTS");
    }

    @Test
    void slowsAnAddressThatTriesManyAccounts() {
        Visitor guesser = Visitor.of(callee);
        owner.at(guesser.address()).logIn(email, Visitor.PASSWORD);
        for (int i = 0; i < 50; i++) {
            fail(guesser, newEmail(), 1);
        }

        assertThat(wait(attempt(guesser, newEmail()))).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30));
        owner.at(guesser.address()).logIn(email, Visitor.PASSWORD);
        clock.advance(Duration.ofSeconds(30));
        fail(guesser, newEmail(), 1);
        assertThat(attempt(guesser, newEmail()).reason()).isEqualTo("TOO_MANY_ATTEMPTS");
    }

    @Test
    void countsAttemptsThatComeAtOnce() throws InterruptedException {
        String nobody = newEmail();

        List<String> reasons = AtOnce.run(30, () -> attempt(owner, nobody).reason());

        assertThat(Collections.frequency(reasons, "BAD_CREDENTIALS")).isEqualTo(5);
        assertThat(Collections.frequency(reasons, "TOO_MANY_ATTEMPTS")).isEqualTo(25);
    }

    @Test
    void takesAWholeIpv6NetworkForOneAddress() {
        String network = "2001:db8:" + Integer.toHexString(UUID.randomUUID().hashCode() & 0xffff) + ":1::";
        for (int i = 1; i <= 5; i++) {
            fail(owner.at(network + i), email, 1);
        }

        assertThat(attempt(owner.at(network + "6"), email).reason()).isEqualTo("TOO_MANY_ATTEMPTS");
        owner.at(network.replace(":1::", ":2::") + "1").logIn(email, Visitor.PASSWORD);
    }

    private static void fail(Visitor visitor, String email, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(attempt(visitor, email).reason()).isEqualTo("BAD_CREDENTIALS");
        }
    }

    private static ErrorDetails attempt(Visitor visitor, String email) {
        return refusal(() -> visitor.logIn(email, "wrong password"));
    }

    private static Duration wait(ErrorDetails refusal) {
        assertThat(refusal.reason()).isEqualTo("TOO_MANY_ATTEMPTS");
        return refusal.retryAfter().orElseThrow();
    }
}
