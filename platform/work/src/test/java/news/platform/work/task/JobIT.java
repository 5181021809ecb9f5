package news.platform.work.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class JobIT extends TaskTest {
    @Autowired
    private Jobs jobs;

    @Test
    void isDoneOnceOverTwoReplicas() {
        var keys = keys("j", 200);
        try (var _ = replicas.another()) {
            scheduleAll("call", keys, clock.instant());

            await().until(() -> effects.count("call") >= keys.size());
        }

        assertThat(effects.of("call")).isEqualTo(keys);
        assertThat(WorkHandlers.CALLS).hasValue(keys.size());
    }

    @Test
    void letsAFirstOwnerThatWakesUpAfterItsLeaseChangeNothing() {
        var before = dropped();
        agenda.schedule("slow", "payment", clock.instant());
        WorkHandlers.JOBS.awaitArrival();

        clock.advance(Duration.ofMinutes(2));
        await().until(() -> effects.count("slow") == 1);
        WorkHandlers.JOBS.let(1);
        await().until(() -> dropped() == before + 1);

        assertThat(effects.of("slow")).containsExactly("payment by call 2");
        assertThat(rows("slow", "payment")).isEmpty();
    }

    @Test
    void dropsWhatAnAttemptBringsThatWasCancelledMeanwhile() {
        var before = dropped();
        agenda.schedule("slow", "payment", clock.instant());
        WorkHandlers.JOBS.awaitArrival();

        assertThat(agenda.cancel("slow", "payment")).isTrue();
        WorkHandlers.JOBS.let(1);
        await().until(() -> dropped() == before + 1);

        assertThat(effects.of("slow")).isEmpty();
    }

    @Test
    void leavesANewScheduleAloneWhenAnOlderAttemptComesBack() {
        var before = dropped();
        agenda.schedule("slow", "payment", clock.instant());
        WorkHandlers.JOBS.awaitArrival();

        agenda.schedule("slow", "payment", clock.instant().plus(HOUR));
        WorkHandlers.JOBS.let(1);
        await().until(() -> dropped() == before + 1);

        assertThat(effects.of("slow")).isEmpty();
        assertThat(rows("slow", "payment")).containsExactly(new Row(0, null, false));
    }

    @Test
    void letsOneThatAlwaysFailsDelayNoOtherAndParksIt() {
        agenda.schedule("call", "bad", clock.instant().minus(HOUR));
        var keys = keys("j", 20);
        scheduleAll("call", keys, clock.instant());

        await().untilAsserted(() -> assertThat(effects.of("call")).isEqualTo(keys));
        for (int attempt = 1; attempt < 3; attempt++) {
            var failed = new Row(attempt, "java.lang.IllegalStateException: nobody answers", false);
            await().untilAsserted(() -> assertThat(rows("call", "bad")).containsExactly(failed));
            clock.advance(HOUR);
        }

        await().untilAsserted(() -> assertThat(rows("call", "bad"))
                .containsExactly(new Row(3, "java.lang.IllegalStateException: nobody answers", true)));
    }

    @Test
    void parksOneWhoseProcessDiesEachTime() {
        jdbc.sql("""
                        insert into platform.task (kind, key, due_time, attempt, lease_until)
                        values ('call', 'deadly', now() - interval '1 hour', 3, now() - interval '1 minute')""").update();

        await().until(() -> rows("call", "deadly").getFirst().parked());

        assertThat(WorkHandlers.CALLS).hasValue(0);
    }

    @Test
    void doesNoMoreOfALaneAtOnceThanItMay() {
        var keys = keys("l", 60);
        WorkHandlers.MOST_AT_ONCE.set(0);
        try (var _ = replicas.another()) {
            transaction.executeWithoutResult(
                    _ -> keys.forEach(key -> agenda.schedule("lanes", key, "one host", clock.instant())));

            await().atMost(Duration.ofSeconds(60)).until(() -> effects.count("lanes") >= keys.size());
        }

        assertThat(effects.of("lanes")).isEqualTo(keys);
        assertThat(WorkHandlers.MOST_AT_ONCE.get()).isBetween(1, 2);
    }

    @Test
    void isDoneAtOnceForWhoAsksUnlessSomebodyIsAtIt() {
        assertThat(jobs.run("call", "unscheduled", "")).isTrue();
        assertThat(effects.of("call")).containsExactly("unscheduled");

        WorkHandlers.CALLS.set(0);
        agenda.schedule("slow", "busy", clock.instant());
        WorkHandlers.JOBS.awaitArrival();
        assertThat(jobs.run("slow", "busy", "")).isFalse();
        WorkHandlers.JOBS.let(1);
        await().until(() -> rows("slow", "busy").isEmpty());
    }

    /** How many attempts came back too late. */
    private double dropped() {
        return meters.get("news.work.task.dropped")
                .tag("kind", "slow")
                .counter()
                .count();
    }
}
