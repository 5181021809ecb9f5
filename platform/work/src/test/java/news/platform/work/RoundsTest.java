package news.platform.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RoundsTest {
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration TENTH = PAUSE.dividedBy(10);

    private final MockClock clock = new MockClock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock);
    private final BlockingQueue<Duration> pauses = new LinkedBlockingQueue<>();
    /** A pause is written down and lasts until somebody wakes. */
    private final Rounds rounds = new Rounds(meters, (wake, pause) -> {
        pauses.add(pause);
        wake.acquire();
    });

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger log = (Logger) LoggerFactory.getLogger(Outage.class);
    private final Level level = log.getLevel();

    @BeforeEach
    void listen() {
        lines.start();
        log.setLevel(Level.INFO);
        log.addAppender(lines);
    }

    @AfterEach
    void stop() {
        rounds.stop();
        log.detachAppender(lines);
        log.setLevel(level);
    }

    @Test
    void takesTurnsWithThePauseBetweenThemAndTheFirstAtARandomMoment() throws InterruptedException {
        var turns = new AtomicInteger();
        var round = rounds.every("counting", PAUSE, turns::incrementAndGet);

        rounds.start();

        assertThat(pause()).isBetween(Duration.ZERO, PAUSE);
        assertThat(turns).hasValue(0);
        for (int turn = 1; turn <= 20; turn++) {
            round.wake();
            assertThat(pause()).isBetween(PAUSE.minus(TENTH), PAUSE.plus(TENTH));
            assertThat(turns).hasValue(turn);
        }
    }

    @Test
    void takesTheNextTurnWhenTheLastOneSaid() throws InterruptedException {
        var turns = new AtomicInteger();
        rounds.paced("counting", () -> turns.incrementAndGet() < 3 ? Duration.ZERO : PAUSE);

        rounds.start();

        assertThat(pause()).isEqualTo(PAUSE);
        assertThat(turns).hasValue(3);
    }

    @Test
    void triesAgainAfterGrowingPausesAndSaysAnOutageOnce() throws InterruptedException {
        var broken = new AtomicBoolean(true);
        var round = rounds.paced("feeding", () -> {
            if (broken.get()) {
                throw new IllegalStateException("no database");
            }
            return PAUSE;
        });

        rounds.start();
        var seen = new ArrayList<Duration>();
        for (int failure = 0; failure < 7; failure++) {
            seen.add(pause());
            clock.add(1, TimeUnit.SECONDS);
            if (failure == 6) {
                broken.set(false);
            }
            round.wake();
        }
        assertThat(pause()).isEqualTo(PAUSE);

        assertThat(seen.stream().map(Duration::toMillis)).containsExactly(200L, 400L, 800L, 1600L, 3200L, 5000L, 5000L);
        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "round feeding fails, it is tried until it works",
                        "round feeding works again after 7000 ms and 7 failures");
    }

    @Test
    void countsTurnsByOutcomeAndTellsTheAgeOfTheLastSuccess() throws InterruptedException {
        var broken = new AtomicBoolean();
        var round = rounds.paced("feeding", () -> {
            clock.add(20, TimeUnit.MILLISECONDS);
            if (broken.get()) {
                throw new IllegalStateException("no database");
            }
            return PAUSE;
        });

        rounds.start();
        pause();
        broken.set(true);
        clock.add(9, TimeUnit.SECONDS);
        round.wake();
        pause();

        var timers = meters.get("news.work.round").tag("round", "feeding");
        assertThat(timers.tag("outcome", "success").timer().count()).isEqualTo(1);
        assertThat(meters.get("news.work.round")
                        .tag("outcome", "failure")
                        .timer()
                        .totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(20);
        assertThat(meters.get("news.work.round.success.age").timeGauge().value(TimeUnit.MILLISECONDS))
                .isEqualTo(9020);
    }

    @Test
    void outlivesAnError() throws InterruptedException {
        var turns = new AtomicInteger();
        var round = rounds.paced("recursing", () -> {
            if (turns.incrementAndGet() == 1) {
                throw new StackOverflowError();
            }
            return PAUSE;
        });

        rounds.start();
        pause();
        round.wake();

        assertThat(pause()).isEqualTo(PAUSE);
    }

    @Test
    void waitsForNoOtherRound() throws InterruptedException {
        var released = new CountDownLatch(1);
        rounds.paced("hanging", () -> {
            released.await();
            return PAUSE;
        });
        rounds.paced("working", () -> Duration.ofHours(1));

        rounds.start();

        assertThat(pause()).isEqualTo(Duration.ofHours(1));
        released.countDown();
    }

    @Test
    void letsATurnFinishWhenItStopsAndTakesNoOther() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var released = new CountDownLatch(1);
        var ended = new AtomicInteger();
        rounds.paced("writing", () -> {
            begun.countDown();
            released.await();
            ended.incrementAndGet();
            return Duration.ZERO;
        });
        rounds.start();
        begun.await();

        var stopping = CompletableFuture.runAsync(rounds::stop);
        await().until(() -> !rounds.isRunning());
        released.countDown();
        stopping.join();

        assertThat(ended).hasValue(1);
        assertThat(rounds.isRunning()).isFalse();
    }

    @Test
    void startsAgainAfterItWasStopped() throws InterruptedException {
        rounds.paced("counting", () -> PAUSE);
        rounds.start();
        pause();
        rounds.stop();

        rounds.start();

        assertThat(pause()).isEqualTo(PAUSE);
    }

    @Test
    void startsAtOnceWhatIsAddedWhileItRuns() throws InterruptedException {
        rounds.start();

        rounds.paced("late", () -> PAUSE);

        assertThat(pause()).isEqualTo(PAUSE);
    }

    @Test
    void usesTheRealTimeWhereNoTestDecides() throws InterruptedException {
        var real = new Rounds(meters);
        var turns = new CountDownLatch(3);
        real.every("often", Duration.ofMillis(1), turns::countDown);
        real.start();
        try {
            assertThat(turns.await(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            real.stop();
        }
    }

    private Duration pause() throws InterruptedException {
        return pauses.take();
    }
}
