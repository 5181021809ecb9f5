package news.platform.gateway.guard;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import news.platform.edge.v1.Priority;
import news.platform.gateway.guard.Admission.Permit;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private final AtomicLong clock = new AtomicLong();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Admission admission =
            new Admission(new GuardProperties.AdmissionProperties(10, 1000, 100, 200, 3), meters, clock::get);

    @Test
    void refusesTheSheddableFirstAndTheCriticalLast() {
        fill(70);
        assertThat(admission.enter("m", Priority.PRIORITY_SHEDDABLE)).isNull();
        fill(20);
        assertThat(admission.enter("m", Priority.PRIORITY_NORMAL)).isNull();
        fill(10);
        assertThat(admission.enter("m", Priority.PRIORITY_CRITICAL)).isNull();
        assertThat(meters.counter("news.gateway.admission.refused", "priority", "PRIORITY_SHEDDABLE")
                        .count())
                .isOne();
    }

    @Test
    void letsTheNextInWhenOneHasEnded() {
        var permits = fill(100);

        permits.getFirst().close();
        permits.getFirst().close();

        assertThat(admission.enter("m", Priority.PRIORITY_CRITICAL)).isNotNull();
        assertThat(admission.enter("m", Priority.PRIORITY_CRITICAL)).isNull();
    }

    @Test
    void growsWhileCallsTakeAsLongAsUsual() {
        rounds(20, 90, Duration.ofMillis(20));

        assertThat(admission.limit()).isGreaterThan(150);
    }

    @Test
    void staysWhereItIsWhileLittleIsAsked() {
        rounds(20, 25, Duration.ofMillis(20));

        assertThat(admission.limit()).isEqualTo(100);
    }

    @Test
    void shrinksWhenCallsTakeMuchLongerThanUsual() {
        rounds(20, 90, Duration.ofMillis(20));
        int before = admission.limit();

        rounds(3, 90, Duration.ofMillis(500));

        assertThat(admission.limit()).isLessThan(before / 2).isGreaterThanOrEqualTo(10);
    }

    @Test
    void takesReadersWhoQueueForAProcessorForLoadAndNotForOverload() {
        rounds(20, 90, Duration.ofMillis(2));

        rounds(20, 90, Duration.ofMillis(40));

        assertThat(admission.limit()).isGreaterThanOrEqualTo(100);
    }

    @Test
    void comesBackWhenCallsAreQuickAgain() {
        rounds(20, 90, Duration.ofMillis(20));
        rounds(4, 90, Duration.ofMillis(500));
        int low = admission.limit();

        rounds(30, 1000, Duration.ofMillis(20));

        assertThat(admission.limit()).isGreaterThan(low * 2);
    }

    @Test
    void shrinksWhenManyCallsRunOutOfTime() {
        for (Permit permit : fill(100)) {
            permit.dropped();
        }
        clock.addAndGet(Duration.ofSeconds(1).toNanos());
        fill(1).getFirst().dropped();

        assertThat(admission.limit()).isLessThan(100);
    }

    @Test
    void neverGoesBelowTheMinimum() {
        rounds(5, 90, Duration.ofMillis(2));
        rounds(50, 90, Duration.ofSeconds(5));

        assertThat(admission.limit()).isGreaterThanOrEqualTo(10);
        assertThat(admission.enter("m", Priority.PRIORITY_CRITICAL)).isNotNull();
    }

    @Test
    void comparesAMethodWithItselfOnly() {
        for (int i = 0; i < 10; i++) {
            round("quick", 40, Duration.ofMillis(2));
            round("slow", 40, Duration.ofSeconds(2));
        }

        assertThat(admission.limit()).isGreaterThanOrEqualTo(100);
    }

    @Test
    void aNightOfQuietStreamsAndLongPollsLeavesTheLimitWhereItWas() {
        var streams = fill(50);
        List<Permit> polls = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            polls.add(requireNonNull(admission.enterWaiting(Priority.PRIORITY_CRITICAL)));
        }
        assertThat(admission.enterWaiting(Priority.PRIORITY_CRITICAL)).isNull();

        clock.addAndGet(Duration.ofSeconds(20).toNanos());
        polls.forEach(Permit::close);
        clock.addAndGet(Duration.ofHours(8).toNanos());
        streams.forEach(Permit::leave);

        assertThat(admission.limit()).isEqualTo(100);
        assertThat(fill(100)).hasSize(100);
        assertThat(admission.enterWaiting(Priority.PRIORITY_SHEDDABLE)).isNotNull();
    }

    @Test
    void callbacksHaveARoomOfTheirOwn() {
        var readers = fill(100);

        var callbacks = List.of(
                requireNonNull(admission.enterCallback()),
                requireNonNull(admission.enterCallback()),
                requireNonNull(admission.enterCallback()));

        assertThat(admission.enterCallback()).isNull();
        callbacks.forEach(Permit::close);
        assertThat(admission.enterCallback()).isNotNull();
        readers.forEach(Permit::leave);
    }

    @Test
    void oneCallThatTakesForEverAmongManyChangesNothing() {
        rounds(5, 40, Duration.ofMillis(20));
        var endless = fill(10);
        clock.addAndGet(Duration.ofMinutes(10).toNanos());
        endless.forEach(Permit::close);
        round("m", 40, Duration.ofMillis(20));

        assertThat(admission.limit()).isGreaterThanOrEqualTo(100);
    }

    @Test
    void comesBackSlowlyWhenLittleIsAsked() {
        rounds(20, 90, Duration.ofMillis(20));
        rounds(8, 90, Duration.ofMillis(500));
        int low = admission.limit();

        clock.addAndGet(Duration.ofMinutes(1).toNanos());
        round("m", 1, Duration.ofMillis(20));
        assertThat(admission.limit()).isGreaterThan(low).isLessThan(100);
        clock.addAndGet(Duration.ofMinutes(5).toNanos());
        round("m", 1, Duration.ofMillis(20));

        assertThat(admission.limit()).isEqualTo(100);
    }

    @Test
    void hasRoomForMemoryEvenWhenCallsTakeAllOfTheirs() {
        fill(100);

        assertThat(admission.enterHot(Priority.PRIORITY_SHEDDABLE)).isTrue();
    }

    @Test
    void boundsAnswersFromMemoryToo() {
        for (int i = 0; i < 1000; i++) {
            assertThat(admission.enterHot(Priority.PRIORITY_CRITICAL)).isTrue();
        }

        assertThat(admission.enterHot(Priority.PRIORITY_CRITICAL)).isFalse();
        admission.leaveHot();
        assertThat(admission.enterHot(Priority.PRIORITY_CRITICAL)).isTrue();
    }

    private void rounds(int rounds, int calls, Duration each) {
        for (int i = 0; i < rounds; i++) {
            round("m", calls, each);
        }
    }

    /** As many calls at once as are let in; a second passes after them. */
    private void round(String method, int calls, Duration each) {
        List<Permit> permits = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            Permit permit = admission.enter(method, Priority.PRIORITY_CRITICAL);
            if (permit != null) {
                permits.add(permit);
            }
        }
        clock.addAndGet(each.toNanos());
        permits.forEach(Permit::close);
        clock.addAndGet(Duration.ofSeconds(1).toNanos());
    }

    private List<Permit> fill(int calls) {
        List<Permit> permits = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            permits.add(requireNonNull(admission.enter("m", Priority.PRIORITY_CRITICAL)));
        }
        return permits;
    }
}
