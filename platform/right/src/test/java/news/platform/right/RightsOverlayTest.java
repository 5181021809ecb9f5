package news.platform.right;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import news.platform.entitlement.v1.UserEntitlementsChanged;
import news.platform.messaging.CloudEvent;
import news.platform.messaging.EventContext;
import news.platform.proto.Timestamps;
import news.platform.security.Caller;
import news.platform.security.EntitlementClass;
import news.platform.security.Right;
import news.platform.security.Rights;
import org.junit.jupiter.api.Test;

class RightsOverlayTest {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    private Instant time = NOW;
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return time;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };
    private final RightsOverlay overlay = new RightsOverlay(clock);
    private final RightsHandler handler = new RightsHandler(overlay);

    @Test
    void believesWhateverIsNewer() {
        tell(5, NOW.minusSeconds(60));

        assertThat(overlay.of(caller(rights(4))).version()).isEqualTo(5);
        assertThat(overlay.of(caller(rights(6))).version()).isEqualTo(6);

        tell(3, NOW.minusSeconds(60));
        assertThat(overlay.of(caller(rights(4))).version()).isEqualTo(5);

        handler.takes().handle(new CloudEvent(context("news.entitlement.user.ended.v1", 7), null));
        assertThat(overlay.of(caller(rights(6)))).isEqualTo(new Rights(7, List.of()));
    }

    /** The second state has both; which is heard first says nothing. */
    @Test
    void hasBothOfTwoGrantsOfOneMillisecond() {
        for (var heard : List.of(List.of(1, 2), List.of(2, 1))) {
            var fresh = new RightsOverlay(clock);
            for (int version : heard) {
                var event =
                        UserEntitlementsChanged.newBuilder().setUserId("ann").setVersion(version);
                List.of("articles/a1", Right.EVERYTHING)
                        .subList(0, version)
                        .forEach(opens -> event.addRights(news.platform.entitlement.v1.Right.newBuilder()
                                .addOpens(opens)
                                .setFrom(Timestamps.of(NOW))));
                fresh.learn("ann", RightsEvents.rights(event.build(), NOW));
            }

            var known = fresh.of(caller(rights(1)));
            assertThat(known.open(NOW)).containsExactlyInAnyOrder("articles/a1", Right.EVERYTHING);
            assertThat(known.at(NOW)).isEqualTo(EntitlementClass.FULL);
        }
    }

    @Test
    void takesForOpenWhatWasOpenWhenItWasTold() {
        time = NOW.minusSeconds(30);

        tell(1, NOW);

        assertThat(overlay.of(caller(Rights.NONE)).at(time)).isEqualTo(EntitlementClass.FULL);
    }

    @Test
    void opensWhatIsToBeginWhenItsTimeHasCome() {
        tell(1, NOW.plusSeconds(60));
        assertThat(overlay.of(caller(Rights.NONE)).at(time)).isEqualTo(EntitlementClass.PREVIEW);

        time = NOW.plusSeconds(60);

        assertThat(overlay.of(caller(Rights.NONE)).at(time)).isEqualTo(EntitlementClass.FULL);
    }

    @Test
    void keepsADayAndForgetsWhereItMayHaveMissedSomething() {
        handler.current(true);
        tell(2, NOW);
        time = NOW.plus(Duration.ofHours(23));
        assertThat(overlay.told("ann")).isPresent();

        time = NOW.plus(Duration.ofHours(25));
        assertThat(overlay.told("ann")).isEmpty();

        tell(3, NOW);
        handler.gap();
        assertThat(overlay.told("ann")).isEmpty();
        assertThat(overlay.isCurrent()).isFalse();
    }

    private void tell(long version, Instant from) {
        var event = UserEntitlementsChanged.newBuilder()
                .setUserId("ann")
                .setVersion(version)
                .addRights(news.platform.entitlement.v1.Right.newBuilder()
                        .setScope("plans/premium")
                        .addOpens(Right.EVERYTHING)
                        .setFrom(Timestamps.of(from)))
                .build();
        handler.takes()
                .handle(new CloudEvent(context("news.entitlement.user.changed.v1", version), event.toByteArray()));
    }

    private static EventContext context(String type, long version) {
        return new EventContext("e" + version, type, "ann", version, NOW);
    }

    private static Rights rights(long version) {
        return new Rights(version, List.of(new Right(Set.of(), null, null)));
    }

    private static Caller caller(Rights rights) {
        return new Caller("ann", "s", Set.of("reader"), rights, NOW.plusSeconds(600), "t");
    }
}
