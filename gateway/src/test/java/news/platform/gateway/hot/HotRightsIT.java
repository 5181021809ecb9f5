package news.platform.gateway.hot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import news.platform.entitlement.v1.Right;
import news.platform.entitlement.v1.UserEntitlementsChanged;
import news.platform.entitlement.v1.UserEntitlementsEnded;
import news.platform.gateway.contract.Contract;
import news.platform.gateway.hot.Client.Got;
import news.platform.gateway.hot.method.EntitlementClasses;
import news.platform.proto.Timestamps;
import news.platform.right.RightsOverlay;
import news.platform.security.Caller;
import news.platform.security.EntitlementClass;
import news.platform.security.Rights;
import news.platform.test.TestClock;
import news.platform.test.TestTokens;
import news.platform.test.store.TestKafka;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is paid for: the shared answer first, then memory for those to whom everything is open, and a call for who has something. */
@HotTest
class HotRightsIT {
    @LocalServerPort
    private int port;

    @Autowired
    private Newsroom newsroom;

    @Autowired
    private RightsOverlay overlay;

    @Autowired
    private EntitlementClasses classes;

    @Autowired
    private Contract contract;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestKafka kafka;

    /** An article and a user that no other test has. */
    private final String id = UUID.randomUUID().toString();

    private final String ann = "ann-" + id;
    private final String path = "/api/v1/articles/" + id;

    private Client client;

    @BeforeEach
    void publish() {
        client = new Client(port);
        newsroom.publish(id, "Sold");
        await().until(overlay::isCurrent);
    }

    @Test
    void answersEverybodyWithOneEntryWhatIsFree() {
        client.get(path);

        for (var asker : new String[] {
            some(),
            everything(ann),
            "Bearer " + TestTokens.user("ed", "editor"),
            Tokens.nothing(ann, 1, clock.instant())
        }) {
            Got got = ask(asker);
            assertThat(got.body()).contains("for all");
            assertThat(got.header("Cache-Control")).startsWith("private, max-age");
        }

        assertThat(newsroom.calls(id)).isOne();
    }

    @Test
    void sharesTheWholeAmongThoseToWhomEverythingIsOpen() {
        newsroom.sell(id);

        assertThat(ask(everything(ann)).body()).contains("for full");
        Got second = ask(everything("bob-" + id));

        assertThat(second.body()).contains("for full");
        assertThat(second.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(newsroom.calls(id)).isEqualTo(2);
        assertThat(client.get(path).body()).contains("for preview");
        assertThat(newsroom.calls(id)).isEqualTo(2);
    }

    @Test
    void asksForWhoHasSomethingEachTimeAndKeepsNothing() {
        newsroom.sell(id);
        client.get(path);

        assertThat(ask(some()).body()).contains("for personal");
        assertThat(ask(some()).header("Cache-Control")).isEqualTo("private, no-cache");

        assertThat(newsroom.calls(id)).isEqualTo(3);
        assertThat(ask(Tokens.nothing("rob", 1, clock.instant())).body()).contains("for preview");
        assertThat(newsroom.calls(id)).isEqualTo(3);
    }

    @Test
    void givesWhoHasPaidThePreviewMarkedWhileTheServiceIsAway() {
        newsroom.sell(id);
        client.get(path);
        newsroom.fail(id, Status.Code.UNAVAILABLE);

        for (var asker : new String[] {some(), everything(ann)}) {
            Got got = ask(asker);
            assertThat(got.status()).isEqualTo(200);
            assertThat(got.body()).contains("for preview");
            assertThat(got.header("X-Degraded")).isEqualTo("content-service");
        }
        assertThat(client.get(path).maybe("X-Degraded")).isEmpty();
    }

    @Test
    void opensAndClosesByEventsWhateverTheTokenSays() {
        newsroom.sell(id);
        var old = Tokens.nothing(ann, 1, clock.instant());
        var opened = everything(ann);
        assertThat(ask(old).body()).contains("for preview");

        try (var events = new EventSource(kafka)) {
            events.tells(changed(2, "everything", clock.instant(), null), false);
            await().until(() ->
                    overlay.told(ann).filter(told -> told.version() == 2).isPresent());
            long calls = newsroom.calls(id);
            // the twin believes the old token: that it was asked tells
            ask(old);
            assertThat(newsroom.calls(id)).isGreaterThan(calls);
            assertThat(ask(opened).body()).contains("for full");

            events.tells(
                    UserEntitlementsEnded.newBuilder()
                            .setUserId(ann)
                            .setVersion(3)
                            .build(),
                    true);
            await().untilAsserted(() -> assertThat(ask(opened).body()).contains("for preview"));
            // an event of before, once more
            events.tells(changed(2, "everything", clock.instant(), null), false);
            assertThat(ask(opened).body()).contains("for preview");
            // a token that is newer than all events
            assertThat(ask(Tokens.everything(ann, 4, clock.instant())).body()).contains("for full");
        }
    }

    @Test
    void asksWhileARightIsAboutToEndAndClosesItByTheClockAlone() {
        newsroom.sell(id);
        var end = clock.instant().plusSeconds(120);
        ask(Tokens.everythingUntil(ann, end, clock.instant()));
        long calls = newsroom.calls(id);
        ask(Tokens.everythingUntil(ann, end, clock.instant()));
        assertThat(newsroom.calls(id)).isEqualTo(calls);

        // the twin's clock stands for that of content-service: it still finds it open
        clock.advance(Duration.ofSeconds(110));
        var late = Tokens.everythingUntil(ann, end, clock.instant());
        assertThat(ask(late).body()).contains("for full");
        assertThat(ask(late).body()).contains("for full");
        assertThat(newsroom.calls(id)).isGreaterThan(calls + 1);

        clock.advance(Duration.ofSeconds(45));
        assertThat(ask(Tokens.everythingUntil(ann, end, clock.instant())).body())
                .contains("for preview");
    }

    @Test
    void asksForEverybodyWithATokenWhileItDoesNotKnowTheLatest() {
        var late = new EntitlementClasses(contract, new RightsOverlay(clock), clock);

        assertThat(late.of(caller(Rights.NONE, "reader"))).isEqualTo(EntitlementClass.PERSONAL);
        assertThat(classes.of(caller(Rights.NONE, "reader"))).isEqualTo(EntitlementClass.PREVIEW);
    }

    @Test
    void asksForWhoHasARoleThatTheContractNames() {
        assertThat(classes.of(caller(Rights.NONE, "editor"))).isEqualTo(EntitlementClass.PERSONAL);
        assertThat(classes.of(caller(Rights.NONE, "moderator"))).isEqualTo(EntitlementClass.PERSONAL);
    }

    @Test
    void leavesToTheServiceWhatClocksMayDisagreeAbout() {
        var now = clock.instant();
        for (long seconds : new long[] {-29, 0, 29}) {
            assertThat(classes.of(caller(endsAt(now.plusSeconds(seconds)), "reader")))
                    .as("%s s", seconds)
                    .isEqualTo(EntitlementClass.PERSONAL);
        }
        assertThat(classes.of(caller(endsAt(now.plusSeconds(40)), "reader"))).isEqualTo(EntitlementClass.FULL);
        assertThat(classes.of(caller(endsAt(now.minusSeconds(40)), "reader"))).isEqualTo(EntitlementClass.PREVIEW);
    }

    private Caller caller(Rights rights, String role) {
        return new Caller(ann, "session", Set.of(role), rights, clock.instant().plusSeconds(600), "token");
    }

    private static Rights endsAt(Instant end) {
        return new Rights(1, List.of(new news.platform.security.Right(Set.of("everything"), null, end)));
    }

    private Got ask(String authorization) {
        return client.get(path, "Authorization", authorization);
    }

    private String everything(String userId) {
        return Tokens.everything(userId, 1, clock.instant());
    }

    private String some() {
        return Tokens.some("sue", 1, clock.instant());
    }

    private UserEntitlementsChanged changed(long version, String opens, Instant from, @Nullable Instant until) {
        return changed(version, opens, from, until, ann);
    }

    private static UserEntitlementsChanged changed(
            long version, String opens, Instant from, @Nullable Instant until, String userId) {
        var right = Right.newBuilder().setScope("plans/premium").addOpens(opens).setFrom(Timestamps.of(from));
        if (until != null) {
            right.setUntil(Timestamps.of(until));
        }
        return UserEntitlementsChanged.newBuilder()
                .setUserId(userId)
                .setVersion(version)
                .addRights(right)
                .build();
    }
}
