package news.platform.gateway.hot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import news.platform.entitlement.v1.UserEntitlementsChanged;
import news.platform.entitlement.v1.UserEntitlementsEnded;
import news.platform.gateway.contract.Contract;
import news.platform.gateway.hot.method.EntitlementClasses;
import news.platform.messaging.MessagingAutoConfiguration;
import news.platform.messaging.replica.ReplicaAutoConfiguration;
import news.platform.proto.Timestamps;
import news.platform.right.RightAutoConfiguration;
import news.platform.right.RightsOverlay;
import news.platform.security.Caller;
import news.platform.security.EntitlementClass;
import news.platform.security.Right;
import news.platform.security.Rights;
import news.platform.security.RightsClaim;
import news.platform.test.TestClock;
import news.platform.test.store.TestBroker;
import news.platform.test.store.TestKafka;
import news.platform.work.WorkAutoConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The classes at gateways to whom nobody tells anything, who hear it late or not at all, or whose clocks differ. */
@HotTest
class HotRightsAwayIT {
    private static final Duration TOKEN = Duration.ofMinutes(10);
    private static final int SKEW = 30;

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

    private final String test = UUID.randomUUID().toString();

    @BeforeEach
    void knowsTheLatest() {
        await().until(overlay::isCurrent);
    }

    /** With a new token every nine minutes, as user-service makes it of what it was told, and with the one before. */
    @Test
    void holdsRightsThroughTwentyFiveMinutesInWhichNobodyTellsOfThem() {
        var start = clock.instant();
        var middle = start.plus(Duration.ofMinutes(12));
        var plan = new Rights(2, List.of(new Right(Set.of(Right.EVERYTHING), null, null)));
        var single = new Rights(2, List.of(new Right(Set.of("articles/one"), null, null)));
        var ending = new Rights(2, List.of(new Right(Set.of(Right.EVERYTHING), null, middle)));
        var beginning = new Rights(2, List.of(new Right(Set.of(Right.EVERYTHING), middle, null)));
        var revoked = new Rights(3, List.of());
        try (var events = new EventSource(kafka)) {
            List.of(
                            user("revoked", plan),
                            user("plan", plan),
                            user("single", single),
                            user("ending", ending),
                            user("beginning", beginning))
                    .forEach(user -> events.tells(user.told(start), false));
            events.tells(ended("revoked", 3), true);
        }
        await().until(() -> List.of("plan", "single", "ending", "beginning").stream()
                .allMatch(name -> overlay.told(id(name)).isPresent()));
        await().until(() -> overlay.told(id("revoked")).equals(Optional.of(revoked)));

        for (int minutes : new int[] {0, 9, 18, 25}) {
            clock.advance(Duration.ofMinutes(minutes).minus(Duration.between(start, clock.instant())));
            boolean late = minutes > 12;
            holds(user("plan", plan), EntitlementClass.FULL);
            holds(user("single", single), EntitlementClass.PERSONAL);
            holds(user("ending", ending), late ? EntitlementClass.PREVIEW : EntitlementClass.FULL);
            holds(user("beginning", beginning), late ? EntitlementClass.FULL : EntitlementClass.PREVIEW);
            holds(user("revoked", revoked), EntitlementClass.PREVIEW);
            // made just before it was taken back
            assertThat(classes.of(user("revoked", plan).with(plan, clock.instant())))
                    .isEqualTo(EntitlementClass.PREVIEW);
        }
    }

    @Test
    void knowsWhatWasToldBeforeItStarted() {
        var open = new Rights(2, List.of(new Right(Set.of(Right.EVERYTHING), null, null)));
        try (var events = new EventSource(kafka)) {
            events.tells(user("ann", open).told(clock.instant()), false);
            events.tells(ended("bob", 3), true);
        }
        await().until(() -> overlay.told(id("bob")).isPresent());

        gateway(TestKafka.bootstrapServers(), kafka.prefix(), late -> {
            await().until(late.overlay::isCurrent);
            assertThat(late.of(user("ann", Rights.NONE))).isEqualTo(EntitlementClass.FULL);
            assertThat(late.of(user("bob", open))).isEqualTo(EntitlementClass.PREVIEW);
            assertThat(late.of(user("eve", Rights.NONE))).isEqualTo(EntitlementClass.PREVIEW);
        });
    }

    /** While it is cut off content-service decides for everybody who is logged in. */
    @Test
    void asksForEverybodyWhileItIsCutOffAndGoesOnByWhatItMissed() {
        var open = new Rights(2, List.of(new Right(Set.of(Right.EVERYTHING), null, null)));
        var newer = new Rights(9, open.all());
        try (var broker = TestBroker.started();
                var events = new EventSource(kafka, broker.bootstrapServers())) {
            events.tells(user("ann", open).told(clock.instant()), false);
            events.tells(user("bob", open).told(clock.instant()), false);
            gateway(broker.bootstrapServers(), kafka.prefix(), cutOff -> {
                await().until(() -> cutOff.of(user("bob", Rights.NONE)) == EntitlementClass.FULL);
                assertThat(cutOff.of(user("eve", Rights.NONE))).isEqualTo(EntitlementClass.PREVIEW);

                broker.stop();
                await().until(() -> !cutOff.overlay.isCurrent());
                for (var user : List.of(user("ann", open), user("bob", newer), user("eve", Rights.NONE))) {
                    assertThat(cutOff.of(user)).isEqualTo(EntitlementClass.PERSONAL);
                }

                broker.start();
                events.tells(ended("bob", 3), true);
                await().until(() -> cutOff.of(user("bob", open)) == EntitlementClass.PREVIEW);
                assertThat(cutOff.of(user("bob", newer))).isEqualTo(EntitlementClass.FULL);
                assertThat(cutOff.of(user("ann", Rights.NONE))).isEqualTo(EntitlementClass.FULL);
                assertThat(cutOff.of(user("eve", Rights.NONE))).isEqualTo(EntitlementClass.PREVIEW);
            });
        }
    }

    @Test
    void neverDecidesWhatAClockThatIsHalfAMinuteWrongWouldDecideOtherwise() {
        var now = Instant.parse("2026-11-27T12:00:00Z");
        for (int skew : new int[] {-SKEW, 0, SKEW}) {
            var skewed = new EntitlementClasses(contract, overlay, Clock.fixed(now.plusSeconds(skew), ZoneOffset.UTC));
            LongStream.rangeClosed(-3 * SKEW, 3 * SKEW).forEach(seconds -> {
                var turn = now.plusSeconds(seconds);
                // open from the turn on, and up to it
                decides(skewed, new Right(Set.of(Right.EVERYTHING), turn, null), seconds <= 0, seconds);
                decides(skewed, new Right(Set.of(Right.EVERYTHING), null, turn), seconds > 0, seconds);
            });
        }
    }

    private void decides(EntitlementClasses skewed, Right right, boolean open, long seconds) {
        var decided = skewed.of(user("ann", new Rights(1, List.of(right))).caller());
        assertThat(decided)
                .as("%s s", seconds)
                .isIn(EntitlementClass.PERSONAL, open ? EntitlementClass.FULL : EntitlementClass.PREVIEW);
        if (Math.abs(seconds) > 2 * SKEW) {
            assertThat(decided).as("%s s", seconds).isNotEqualTo(EntitlementClass.PERSONAL);
        }
    }

    private void holds(User user, EntitlementClass expected) {
        var now = clock.instant();
        // of the other nothing was told here for a day
        for (var either : List.of(user, new User("other-" + user.id, user.rights))) {
            for (var made : List.of(now, now.minus(TOKEN.dividedBy(2)))) {
                assertThat(classes.of(either.with(user.rights, made)))
                        .as("%s at %s", either.id, now)
                        .isEqualTo(expected);
            }
        }
    }

    /** A gateway's part that decides, at a broker of its own choice. */
    private void gateway(String servers, String prefix, Consumer<Deciding> meanwhile) {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        KafkaAutoConfiguration.class,
                        WorkAutoConfiguration.class,
                        MessagingAutoConfiguration.class,
                        RightAutoConfiguration.class,
                        ReplicaAutoConfiguration.class))
                .withBean(Clock.class, () -> clock)
                .withPropertyValues(
                        "spring.application.name=gateway",
                        "spring.kafka.bootstrap-servers=" + servers,
                        "news.messaging.prefix=" + prefix)
                .run(context -> {
                    var own = context.getBean(RightsOverlay.class);
                    meanwhile.accept(new Deciding(own, new EntitlementClasses(contract, own, clock)));
                });
    }

    private User user(String name, Rights rights) {
        return new User(id(name), rights);
    }

    private String id(String name) {
        return name + "-" + test;
    }

    private UserEntitlementsEnded ended(String name, long version) {
        return UserEntitlementsEnded.newBuilder()
                .setUserId(id(name))
                .setVersion(version)
                .build();
    }

    private record Deciding(RightsOverlay overlay, EntitlementClasses classes) {
        EntitlementClass of(User user) {
            return classes.of(user.caller());
        }
    }

    /** Somebody with a token that says this. */
    private record User(String id, Rights rights) {
        Caller caller() {
            return caller(rights);
        }

        /** With a token that was made then. */
        Caller with(Rights known, Instant made) {
            return caller(RightsClaim.read(RightsClaim.of(known, made, made.plus(TOKEN))));
        }

        private Caller caller(Rights said) {
            return new Caller(id, "session", Set.of("reader"), said, Instant.MAX, "token");
        }

        /** As entitlement-service tells it. */
        Message told(Instant start) {
            var event = UserEntitlementsChanged.newBuilder().setUserId(id).setVersion(rights.version());
            for (var right : rights.all()) {
                event.addRights(message(right, start));
            }
            return event.build();
        }

        private static news.platform.entitlement.v1.Right message(Right right, Instant start) {
            var message = news.platform.entitlement.v1.Right.newBuilder()
                    .setScope("plans/any")
                    .addAllOpens(right.opens())
                    .setFrom(timestamp(right.from(), start));
            if (right.until() != null) {
                message.setUntil(Timestamps.of(right.until()));
            }
            return message.build();
        }

        private static Timestamp timestamp(@Nullable Instant time, Instant otherwise) {
            return Timestamps.of(time == null ? otherwise : time);
        }
    }
}
