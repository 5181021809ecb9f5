package news.platform.work.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TimerIT extends TaskTest {
    @Test
    void firesEachOnceOverTwoReplicas() {
        var keys = keys("t", 300);
        try (var _ = replicas.another()) {
            scheduleAll("plain", keys, clock.instant());

            await().until(() -> effects.count("plain") >= keys.size());
        }

        assertThat(effects.of("plain")).isEqualTo(keys);
    }

    @Test
    void firesWhenItsTimeHasComeAndNotBefore() {
        agenda.schedule("plain", "later", clock.instant().plus(HOUR));
        passBy("first");
        assertThat(effects.of("plain")).containsExactly("first");

        clock.advance(HOUR);

        await().until(() -> effects.count("plain") == 2);
    }

    @Test
    void isThereOnlyIfItsTransactionIs() {
        var failure = catchThrowable(() -> transaction.executeWithoutResult(_ -> {
            agenda.schedule("plain", "never", clock.instant());
            throw new IllegalStateException("no");
        }));
        passBy("marker");

        assertThat(failure).hasMessage("no");
        assertThat(effects.of("plain")).containsExactly("marker");
    }

    @Test
    void neverFiresWhatWasCancelled() {
        agenda.schedule("plain", "cancelled", clock.instant().plus(HOUR));

        assertThat(agenda.cancel("plain", "cancelled")).isTrue();
        assertThat(agenda.cancel("plain", "cancelled")).isFalse();
        clock.advance(HOUR.multipliedBy(2));
        passBy("marker");

        assertThat(effects.of("plain")).containsExactly("marker");
    }

    @Test
    void firesOnceAtTheNewTimeWhatWasScheduledAnew() {
        agenda.schedule("plain", "moved", clock.instant().plus(HOUR));
        agenda.schedule("plain", "moved", clock.instant().plus(HOUR.multipliedBy(3)));

        clock.advance(HOUR.multipliedBy(2));
        passBy("first");
        assertThat(effects.of("plain")).containsExactly("first");
        clock.advance(HOUR.multipliedBy(2));

        await().until(() -> effects.count("plain") == 2);
        passBy("last");
        assertThat(effects.of("plain")).containsExactly("first", "last", "moved");
    }

    @Test
    void letsOneThatAlwaysFailsDelayNoOther() {
        agenda.schedule("plain", "bad", clock.instant().minus(HOUR));
        var keys = keys("t", 50);

        scheduleAll("plain", keys, clock.instant());

        await().untilAsserted(() -> assertThat(effects.of("plain")).isEqualTo(keys));
        await().untilAsserted(() -> assertThat(rows("plain", "bad"))
                .containsExactly(new Row(1, "java.lang.IllegalStateException: bad for ever", false)));
    }

    @Test
    void parksOneThatFailsAgainAndAgainUntilItIsScheduledAnew() {
        agenda.schedule("plain", "bad", clock.instant());

        for (int attempt = 1; attempt < 3; attempt++) {
            var failed = attempt;
            await().until(() -> rows("plain", "bad").getFirst().attempt() == failed);
            clock.advance(HOUR);
        }

        await().untilAsserted(() -> assertThat(rows("plain", "bad"))
                .containsExactly(new Row(3, "java.lang.IllegalStateException: bad for ever", true)));
        await().until(() ->
                meters.get("news.work.task.parked").tag("kind", "plain").gauge().value() == 1);
        assertThat(effects.of("plain")).isEmpty();
        agenda.schedule("plain", "bad", clock.instant().plus(HOUR));
        assertThat(rows("plain", "bad")).containsExactly(new Row(0, null, false));
    }

    @Test
    void mayScheduleItselfAnew() {
        agenda.schedule("again", "same", clock.instant());

        await().until(() -> effects.count("again") == 3);

        assertThat(effects.of("again")).containsExactly("same", "same", "same");
        assertThat(rows("again", "same")).isEmpty();
    }

    @Test
    void hasItsEffectOnceWhereItsConnectionIsKilledBeforeTheCommit() {
        agenda.schedule("gated", "killed", clock.instant());
        WorkHandlers.TIMERS.awaitArrival();

        killWhoeverIsAtIt();
        WorkHandlers.TIMERS.let(2);

        await().until(() ->
                effects.count("gated") == 1 && rows("gated", "killed").isEmpty());
        WorkHandlers.TIMERS.awaitArrival();
    }

    @Test
    void hasFiredOrNeverWillWhenCancellingReturns() {
        agenda.schedule("gated", "late", clock.instant());
        WorkHandlers.TIMERS.awaitArrival();

        var cancelled = CompletableFuture.supplyAsync(() -> agenda.cancel("gated", "late"));
        await().until(this::somebodyWaitsForALock);
        WorkHandlers.TIMERS.let(1);

        assertThat(cancelled.join()).isFalse();
        assertThat(effects.of("gated")).containsExactly("late");
    }

    @Test
    void givesWayToWhoChangesItsSubjectAndThenCancelsIt() {
        jdbc.sql("insert into note (id, create_time) values ('subject', now()) on conflict do nothing")
                .update();
        var locked = new CountDownLatch(1);
        var change = CompletableFuture.supplyAsync(() -> transaction.execute(_ -> {
            jdbc.sql("select id from note where id = 'subject' for update")
                    .query(String.class)
                    .single();
            locked.countDown();
            await().atMost(Duration.ofSeconds(30)).until(this::somebodyWaitsForALock);
            return agenda.cancel("locking", "subject");
        }));
        await().until(() -> locked.getCount() == 0);

        agenda.schedule("locking", "subject", clock.instant());

        assertThat(change.join()).isTrue();
        assertThat(effects.of("locking")).isEmpty();
    }

    /** When it returns, timers that are due before now have been looked at. */
    private void passBy(String marker) {
        agenda.schedule("plain", marker, clock.instant());
        await().until(() -> effects.of("plain").contains(marker));
    }

    private boolean somebodyWaitsForALock() {
        return jdbc.sql("select count(*) > 0 from pg_stat_activity"
                        + " where datname = current_database() and wait_event_type = 'Lock'")
                .query(Boolean.class)
                .single();
    }
}
