package news.platform.notification.fanout;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import news.platform.notification.device.Devices;
import news.platform.notification.fanout.Pushes.Outcome;
import news.platform.notification.fanout.Pushes.Sent;
import news.platform.notification.story.Lane;
import news.platform.work.task.Agenda;
import news.platform.work.task.Job;
import org.springframework.stereotype.Component;

/**
 * Sends some hundred pushes of one story. It may do so again, for each is known by its id where it is sent, and there sent
 * once; those that could not be sent come again until nobody wants them any more.
 */
@Component
final class SendChunk implements Job<List<Sent>> {
    static final String KIND = "push";

    private final Pushes pushes;
    private final DeliveryClient delivery;
    private final PushProperties properties;
    private final Effects effects;

    SendChunk(Pushes pushes, DeliveryClient delivery, PushProperties properties, Effects effects) {
        this.pushes = pushes;
        this.delivery = delivery;
        this.properties = properties;
        this.effects = effects;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Sent> call(String chunk) {
        var waiting = pushes.waiting(chunk);
        if (waiting.isEmpty()) {
            return List.of();
        }
        if (properties.isTooOld(
                waiting.getFirst().publishTime(), effects.clock().instant())) {
            return waiting.stream()
                    .map(push -> new Sent(push, Outcome.EXPIRED, Duration.ZERO))
                    .toList();
        }
        return delivery.deliver(waiting, push -> properties.expireTime(push.publishTime()));
    }

    @Override
    public void complete(String chunk, List<Sent> sent) {
        var ended = sent.stream().filter(one -> !one.is(Outcome.RETRY)).toList();
        pushes.end(ended);
        ended.forEach(one -> effects.count(one.outcome()));
        effects.devices()
                .forget(ended.stream()
                        .filter(one -> one.is(Outcome.DEAD))
                        .map(one -> one.push().device())
                        .toList());
        sent.stream()
                .filter(one -> one.is(Outcome.RETRY))
                .max(Comparator.comparing(Sent::retryAfter))
                .ifPresent(last -> sendLater(chunk, last));
    }

    private void sendLater(String chunk, Sent last) {
        var due = effects.clock().instant().plus(last.retryAfter());
        effects.agenda().schedule(KIND, chunk, last.push().kind().lane().word(), due);
    }

    @Override
    public int concurrency() {
        return Lane.places();
    }

    /** So that no lane takes the places of another. */
    @Override
    public int perLane() {
        return Lane.PLACES;
    }

    /** What sending has an effect on. */
    @Component
    record Effects(Devices devices, Agenda agenda, Clock clock, MeterRegistry meters) {
        void count(Outcome outcome) {
            meters.counter("news.notification.push", "outcome", outcome.name().toLowerCase(Locale.ROOT))
                    .increment();
        }
    }
}
