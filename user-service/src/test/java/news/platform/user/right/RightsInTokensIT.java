package news.platform.user.right;

import static news.platform.user.Visitor.newEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import news.platform.entitlement.v1.Right;
import news.platform.entitlement.v1.UserEntitlementsChanged;
import news.platform.entitlement.v1.UserEntitlementsEnded;
import news.platform.messaging.Outbox;
import news.platform.proto.Timestamps;
import news.platform.security.EntitlementClass;
import news.platform.security.Rights;
import news.platform.security.RightsClaim;
import news.platform.test.PlatformTest;
import news.platform.test.TestCallee;
import news.platform.test.TestClock;
import news.platform.user.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What a token says of its owner's rights, by this service's own table. */
@PlatformTest
class RightsInTokensIT {
    @Autowired
    private TestCallee callee;

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private KnownRights rights;

    @Autowired
    private TestClock clock;

    private final String email = newEmail();
    private String userId = "";
    private String refreshToken = "";

    @BeforeEach
    void register() {
        userId = visitor().register(email).getId();
        refreshToken = visitor().logIn(email, Visitor.PASSWORD).getRefreshToken();
    }

    @Test
    void saysNothingOfWhoNeverHadAny() {
        assertThat(inNewToken()).isEqualTo(Rights.NONE);
    }

    @Test
    void saysWhatWasGrantedAndWhatEnded() {
        tell(1, "everything", clock.instant(), clock.instant().plusSeconds(60));
        await().untilAsserted(() -> assertThat(inNewToken().version()).isEqualTo(1));
        assertThat(inNewToken().at(clock.instant())).isEqualTo(EntitlementClass.FULL);
        assertThat(inNewToken().at(clock.instant().plusSeconds(120))).isEqualTo(EntitlementClass.PREVIEW);

        end(2);
        await().untilAsserted(() -> assertThat(inNewToken()).isEqualTo(new Rights(2, List.of())));
        transaction.executeWithoutResult(_ -> rights.told(
                userId, new Rights(1, List.of(new news.platform.security.Right(Set.of("everything"), null, null)))));
        assertThat(inNewToken()).isEqualTo(new Rights(2, List.of()));
    }

    /** Whoever tells of rights is asked for nothing: its events of before are enough, however long ago. */
    @Test
    void goesOnByItsTableThroughTwentyFiveMinutesInWhichNobodyTells() {
        var middle = clock.instant().plus(Duration.ofMinutes(12));
        var end = middle.plus(Duration.ofDays(30));
        transaction.executeWithoutResult(_ -> outbox.publish(UserEntitlementsChanged.newBuilder()
                .setUserId(userId)
                .setVersion(1)
                .addRights(right("everything", clock.instant(), middle))
                .addRights(right("articles/one", middle, end))
                .build()));
        await().untilAsserted(() -> assertThat(inNewToken().version()).isEqualTo(1));

        clock.advance(Duration.ofMinutes(9));
        var before = inNewToken();
        assertThat(before.at(clock.instant())).isEqualTo(EntitlementClass.FULL);
        assertThat(before.at(middle.plusSeconds(1))).isEqualTo(EntitlementClass.PERSONAL);

        for (int minutes : new int[] {9, 7}) {
            clock.advance(Duration.ofMinutes(minutes));
            assertThat(inNewToken().at(clock.instant())).isEqualTo(EntitlementClass.PERSONAL);
        }
        assertThat(inNewToken().all()).hasSize(1);
    }

    @Test
    void givesNothingBackThatWasTakenBackBeforeNobodyTold() {
        tell(1, "everything", clock.instant(), clock.instant().plus(Duration.ofDays(30)));
        await().untilAsserted(() -> assertThat(inNewToken().version()).isEqualTo(1));
        end(2);
        await().untilAsserted(() -> assertThat(inNewToken()).isEqualTo(new Rights(2, List.of())));

        for (int minutes : new int[] {9, 9, 7}) {
            clock.advance(Duration.ofMinutes(minutes));
            assertThat(inNewToken()).isEqualTo(new Rights(2, List.of()));
        }
    }

    @Test
    void isShortHoweverMuchWasBought() {
        var event = UserEntitlementsChanged.newBuilder().setUserId(userId).setVersion(1);
        for (int number = 0; number < 1_000; number++) {
            event.addRights(
                    right("articles/" + number, clock.instant(), clock.instant().plusSeconds(60 + number)));
        }
        transaction.executeWithoutResult(_ -> outbox.publish(event.build()));

        await().untilAsserted(() -> assertThat(inNewToken().version()).isEqualTo(1));
        assertThat(inNewToken().all()).hasSize(1);
        assertThat(newToken().length()).isLessThan(1_000);
    }

    private Rights inNewToken() {
        try {
            return RightsClaim.read(
                    SignedJWT.parse(newToken()).getJWTClaimsSet().getClaim(RightsClaim.NAME));
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private String newToken() {
        var session = visitor().refresh(refreshToken);
        refreshToken = session.getRefreshToken();
        return session.getAccessToken();
    }

    private Visitor visitor() {
        return Visitor.of(callee);
    }

    private void tell(long version, String opens, Instant from, Instant until) {
        transaction.executeWithoutResult(_ -> outbox.publish(UserEntitlementsChanged.newBuilder()
                .setUserId(userId)
                .setVersion(version)
                .addRights(right(opens, from, until))
                .build()));
    }

    private void end(long version) {
        transaction.executeWithoutResult(_ -> outbox.publishEnd(UserEntitlementsEnded.newBuilder()
                .setUserId(userId)
                .setVersion(version)
                .build()));
    }

    private static Right right(String opens, Instant from, Instant until) {
        return Right.newBuilder()
                .setScope("plans/any")
                .addOpens(opens)
                .setFrom(Timestamps.of(from))
                .setUntil(Timestamps.of(until))
                .build();
    }
}
