package news.platform.work.task;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.observation.Observation;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of the attempts at one kind of task. Metrics, tagged with the kind: {@code news.work.attempt} (how long one
 * takes), {@code news.work.task} (from the time due to the effect), {@code news.work.task.failures}, {@code
 * news.work.task.dropped} (came back too late), {@code news.work.task.late} (how long the oldest has been due) and {@code
 * news.work.task.parked}, the last two as of the last look.
 * Thread-safe.
 */
final class Attempts {
    private static final Logger log = LoggerFactory.getLogger(Attempts.class);
    private static final int MAX_FAILURE = 500;

    private final String kind;
    private final WorkContext context;
    private final Timer effects;
    private final Counter failures;
    private final Counter dropped;
    private volatile Outlook outlook = new Outlook(Optional.empty(), Optional.empty(), false, 0);

    Attempts(String kind, WorkContext context) {
        this.kind = kind;
        this.context = context;
        this.effects = Timer.builder("news.work.task")
                .description("from the time at which a task was due to its effect")
                .tag("kind", kind)
                .register(context.meters());
        this.failures = context.meters().counter("news.work.task.failures", "kind", kind);
        this.dropped = context.meters().counter("news.work.task.dropped", "kind", kind);
        TimeGauge.builder("news.work.task.late", this, TimeUnit.MILLISECONDS, Attempts::lateMillis)
                .description("how long the oldest task of the kind has been due")
                .tag("kind", kind)
                .register(context.meters());
        Gauge.builder("news.work.task.parked", this, attempts -> attempts.outlook.parked())
                .description("tasks of the kind that were tried often enough and wait for somebody to look")
                .tag("kind", kind)
                .register(context.meters());
    }

    /** Makes one: a span of its own, or one in that of whoever asked for it. */
    void make(Runnable attempt) {
        Observation.createNotStarted("news.work.attempt", context.observations())
                .contextualName(kind)
                .lowCardinalityKeyValue("kind", kind)
                .observe(attempt);
    }

    /** It had its effect. */
    void done(Task task) {
        var lag = Duration.between(task.due(), context.clock().instant());
        effects.record(lag.isNegative() ? Duration.ZERO : lag);
    }

    /** It came back too late: another attempt has begun, or it was cancelled or scheduled anew. */
    void dropped(Task task) {
        dropped.increment();
        log.info("{} {} is no longer this attempt's, what it brought is dropped", kind, task.key());
    }

    /** It had none: it is tried again later, or parked. */
    void failed(Task task, Throwable cause) {
        failures.increment();
        var properties = context.properties();
        if (task.attempt() >= properties.attempts()) {
            context.tasks().park(task, reason(cause), context.clock().instant());
            log.error("{} {} parked after {} attempts", kind, task.key(), task.attempt(), cause);
            context.reporters().forEach(reporter -> reporter.report(cause, kind));
            return;
        }
        var pause =
                properties.backOff(task.attempt(), ThreadLocalRandom.current().nextDouble());
        context.tasks().postpone(task, reason(cause), context.clock().instant().plus(pause));
        if (task.attempt() == 1) {
            log.warn("{} {} failed, it is tried again", kind, task.key(), cause);
        }
    }

    /** Looks what is left; how long nothing has to be done. */
    Duration pause() {
        var now = context.clock().instant();
        outlook = context.tasks().outlook(kind, now);
        return outlook.pause(now, context.properties().poll());
    }

    /** Whether one was due at the last look that nobody was at. */
    boolean isWaiting() {
        return outlook.waiting();
    }

    private double lateMillis() {
        return outlook.late(context.clock().instant()).toMillis();
    }

    private static String reason(Throwable cause) {
        var text = cause.toString();
        return text.length() <= MAX_FAILURE ? text : text.substring(0, MAX_FAILURE);
    }
}
