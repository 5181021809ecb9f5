package news.platform.entitlement.grant;

import static news.platform.test.grpc.Refusals.assertInvalid;
import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import news.platform.entitlement.EntitlementServiceTest;
import news.platform.entitlement.v1.CreateEntitlementRequest;
import news.platform.entitlement.v1.Entitlement;
import news.platform.entitlement.v1.EntitlementState;
import news.platform.entitlement.v1.ListEntitlementsRequest;
import news.platform.entitlement.v1.Right;
import news.platform.messaging.Outbox;
import news.platform.test.grpc.ServiceTwin.Mood;
import news.platform.user.v1.UserDeleted;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class EntitlementsIT extends EntitlementServiceTest {
    private static final Duration DAY = Duration.ofDays(1);

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void grantsAtOnceAndSaysSo() {
        var end = now().plus(DAY);

        var grant = granted(draft("articles/a1").setTo(at(end)));

        assertThat(grant.getState()).isEqualTo(EntitlementState.ENTITLEMENT_STATE_ACTIVE);
        assertThat(own()).containsExactly(grant.toBuilder().clearReason().build());
        await().untilAsserted(() -> assertThat(told())
                .containsExactly(Right.newBuilder()
                        .setScope("articles/a1")
                        .setFrom(grant.getFrom())
                        .setUntil(at(end))
                        .addOpens("articles/a1")
                        .build()));
    }

    @Test
    void tellsOneRightOfGrantsThatTouchAndKeepsGaps() {
        var start = now();
        granted(draft("articles/a1").setFrom(at(start)).setTo(at(start.plus(DAY))));
        granted(draft("articles/a1").setFrom(at(start.plus(DAY))).setTo(at(start.plus(DAY.multipliedBy(2)))));
        granted(draft("articles/a1").setFrom(at(start.plus(DAY.multipliedBy(3)))));

        await().untilAsserted(() -> assertThat(told())
                .containsExactly(
                        Right.newBuilder()
                                .setScope("articles/a1")
                                .setFrom(at(start))
                                .setUntil(at(start.plus(DAY.multipliedBy(2))))
                                .addOpens("articles/a1")
                                .build(),
                        Right.newBuilder()
                                .setScope("articles/a1")
                                .setFrom(at(start.plus(DAY.multipliedBy(3))))
                                .addOpens("articles/a1")
                                .build()));
        assertThat(own())
                .extracting(Entitlement::getState)
                .containsExactly(
                        EntitlementState.ENTITLEMENT_STATE_SCHEDULED,
                        EntitlementState.ENTITLEMENT_STATE_SCHEDULED,
                        EntitlementState.ENTITLEMENT_STATE_ACTIVE);
    }

    @Test
    void givesAPlanDaysOfGraceAndEndsItByItself() {
        granted(draft(PREMIUM).setTo(at(now().plus(DAY))));

        clock.advance(DAY);
        assertThat(own()).extracting(Entitlement::getState).containsExactly(EntitlementState.ENTITLEMENT_STATE_GRACE);

        clock.advance(Duration.ofDays(3));
        await().untilAsserted(() -> assertThat(events.facts(ann)).containsExactly("changed 1", "ended 2"));
        assertThat(own()).extracting(Entitlement::getState).containsExactly(EntitlementState.ENTITLEMENT_STATE_EXPIRED);
        assertRefused("ENTITLEMENT_EXPIRED", () -> revoked(own().getFirst()));
    }

    @Test
    void closesByRevocationOnlyWhatNothingElseOpens() {
        var mistaken = granted(draft(PREMIUM));
        granted(draft(PREMIUM));

        var revoked = revoked(mistaken);

        assertThat(revoked.getState()).isEqualTo(EntitlementState.ENTITLEMENT_STATE_REVOKED);
        assertThat(revoked.getRevokeReason()).isEqualTo("a mistake");
        assertThat(revoked(mistaken)).isEqualTo(revoked);
        revoked(own().getFirst());
        await().untilAsserted(() ->
                assertThat(events.facts(ann)).containsExactly("changed 1", "changed 2", "changed 3", "ended 4"));
    }

    @Test
    void grantsOnceHoweverOftenItIsAsked() {
        var key = UUID.randomUUID().toString();
        var draft = draft(PREMIUM).build();

        var first = admin(key).createEntitlement(draft);

        assertThat(admin(key).createEntitlement(draft)).isEqualTo(first);
        assertThat(own()).hasSize(1);
    }

    @Test
    void tellsWhatHappensAtOnceInOneOrder() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, 20)
                    .mapToObj(number -> threads.submit(() -> granted(draft("articles/a" + number))))
                    .toList();
            for (var call : calls) {
                call.get();
            }
        }

        await().untilAsserted(() -> assertThat(told()).hasSize(20));
        assertThat(events.facts(ann))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 20)
                        .mapToObj(version -> "changed " + version)
                        .toList());
    }

    @Test
    void tellsBothOfTwoGrantsOfOneInstant() throws Exception {
        var start = at(now());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = List.of("articles/a1", PREMIUM).stream()
                    .map(scope -> threads.submit(() -> granted(draft(scope).setFrom(start))))
                    .toList();
            for (var call : calls) {
                call.get();
            }
        }

        await().untilAsserted(() -> assertThat(events.facts(ann)).containsExactly("changed 1", "changed 2"));
        assertThat(told()).extracting(Right::getScope).containsExactlyInAnyOrder("articles/a1", PREMIUM);
        assertThat(told()).extracting(Right::getFrom).containsOnly(start);
    }

    @Test
    void takesBackWhatADeletedAccountHad() {
        granted(draft(PREMIUM));

        transaction.executeWithoutResult(_ -> outbox.publish(
                UserDeleted.newBuilder().setUserId(ann).setVersion(2).build()));

        await().untilAsserted(() -> assertThat(events.facts(ann)).contains("ended 2"));
        assertThat(own()).extracting(Entitlement::getState).containsExactly(EntitlementState.ENTITLEMENT_STATE_REVOKED);
    }

    @Test
    void namesTheFieldThatIsWrong() {
        assertInvalid(() -> granted(CreateEntitlementRequest.newBuilder()), "userId", "scope", "reason");
        assertInvalid(() -> granted(draft("channels/forex")), "scope");
        assertInvalid(() -> granted(draft(PREMIUM).setTo(at(now().minus(DAY)))), "to");
        assertInvalid(
                () -> granted(draft(PREMIUM)
                        .setFrom(at(now().plus(DAY.multipliedBy(2))))
                        .setTo(at(now().plus(DAY)))),
                "to");
        assertRefused("SCOPE_UNKNOWN", () -> granted(draft("plans/gold")), "scope");
        assertRefused("SCOPE_UNKNOWN", () -> granted(draft("articles/none")), "scope");
        assertRefused("USER_UNKNOWN", () -> granted(draft(PREMIUM).setUserId("nobody")), "userId");
        assertRefused(
                "ENTITLEMENT_NOT_FOUND",
                () -> revoked(Entitlement.newBuilder().setId("none").build()));
    }

    @Test
    void takesAnArticleToBeThereWhileContentServiceIsAway() {
        contentTwin.is(Mood.DOWN);

        assertThat(granted(draft("articles/none")).getScope()).isEqualTo("articles/none");
    }

    @Test
    void refusesForAMomentWhileUserServiceIsAwayAndTakesBackAllTheSame() {
        var grant = granted(draft(PREMIUM));
        userTwin.is(Mood.DOWN);

        assertRefused("USER_UNAVAILABLE", () -> granted(draft("articles/a1")));
        revoked(grant);

        await().untilAsserted(() -> assertThat(events.facts(ann)).containsExactly("changed 1", "ended 2"));
        assertThat(own()).hasSize(1);
    }

    @Test
    void givesNobodyMoreThanAnEventHolds() {
        jdbc.sql("insert into holder (user_id) values (:user)")
                .param("user", ann)
                .update();
        jdbc.sql("""
                        insert into entitlement (id, user_id, scope, from_time, source, reason, granted_by, create_time)
                        select :user || n, :user, 'articles/' || n, now(), 'staff', 'many', 'admin', now()
                          from generate_series(1, :limit) n""").param("user", ann).param("limit", GrantEntitlement.LIMIT).update();

        assertRefused("ENTITLEMENTS_FULL", () -> granted(draft(PREMIUM)));
    }

    @Test
    void pagesThroughWhatAUserHas() {
        var grants = List.of(granted(draft("articles/a1")), granted(draft("articles/a2")), granted(draft(PREMIUM)));

        var first = admin().listEntitlements(ListEntitlementsRequest.newBuilder()
                .setUserId(ann)
                .setPageSize(2)
                .build());
        var second = admin().listEntitlements(ListEntitlementsRequest.newBuilder()
                .setUserId(ann)
                .setPageSize(2)
                .setPageToken(first.getNextPageToken())
                .build());

        assertThat(first.getEntitlementsList()).containsExactly(grants.get(2), grants.get(1));
        assertThat(second.getEntitlementsList()).containsExactly(grants.getFirst());
        assertThat(second.getNextPageToken()).isEmpty();
    }

    @Test
    void neverChangesWhatWasGranted() {
        var grant = revoked(granted(draft(PREMIUM)));

        for (var change : List.of(
                "update entitlement set to_time = now() + interval '1 day' where id = :id",
                "update entitlement set revoke_reason = 'other' where id = :id",
                "delete from entitlement where id = :id")) {
            assertThatThrownBy(() -> jdbc.sql(change).param("id", grant.getId()).update())
                    .hasMessageContaining("a grant is taken back, once, and otherwise never changed");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
