package news.platform.messaging.group;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import news.platform.messaging.CloudEvent;
import news.platform.messaging.EventHandler;
import news.platform.messaging.EventHandler.From;
import news.platform.messaging.MalformedEventException;
import news.platform.messaging.MessagingContext;
import news.platform.messaging.Takes;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.support.micrometer.KafkaListenerObservation;
import org.springframework.kafka.support.micrometer.KafkaListenerObservation.DefaultKafkaListenerObservationConvention;
import org.springframework.kafka.support.micrometer.KafkaRecordReceiverContext;

/**
 * Gives one handler each record that it takes, once. An event continues the trace of whoever published it, also among others. Thread-safe.
 */
final class Dispatcher {
    private final EventHandler handler;
    private final Takes takes;
    private final From from;
    private final String name;
    private final String consumer;
    private final Inbox inbox;
    private final Clock clock;
    private final MeterRegistry meters;
    private final ObservationRegistry observations;

    Dispatcher(EventHandler handler, Takes takes, String name, Inbox inbox, MessagingContext context) {
        this.handler = handler;
        this.takes = takes;
        this.from = handler.from();
        this.name = name;
        this.consumer = context.application() + "/" + name;
        this.inbox = inbox;
        this.clock = context.clock();
        this.meters = context.meters();
        this.observations = context.observations();
    }

    From from() {
        return from;
    }

    /** The topics, by the names that the contract has for them. */
    Set<String> topics() {
        return takes.topics();
    }

    /** The generation that it is in now. */
    int generation() {
        return inbox.generation(consumer);
    }

    /** Forgets what was handled and what came of it. */
    void renew() {
        inbox.renew(consumer, handler::clear);
    }

    /** Whether records that have come together are handled together. */
    boolean together() {
        return handler.together();
    }

    /**
     * Handles records in one transaction; returns when the handler has.
     *
     * @return false where the consumer has begun anew, so that this generation's members have nothing to do any more
     * @throws MalformedEventException where one cannot be read, else whatever the handler throws; then none has had its effect
     */
    boolean handle(List<ConsumerRecord<String, byte[]>> records, int generation) {
        List<Taken> wanted = records.stream()
                .filter(record -> takes.types().contains(CloudEvent.type(record)))
                .map(record -> new Taken(record, CloudEvent.of(record)))
                .filter(taken -> takes.wants(taken.event))
                .toList();
        List<Taken> timely = new ArrayList<>();
        for (Taken taken : wanted) {
            if (isLate(taken)) {
                note(Timer.start(meters), taken, "late");
            } else {
                timely.add(taken);
            }
        }
        return switch (timely.size()) {
            case 0 -> true;
            case 1 -> observe(timely.getFirst(), () -> once(timely, generation, taken -> takes.handle(taken.event)));
            default -> once(timely, generation, taken -> observe(taken, () -> handle(taken)));
        };
    }

    private boolean once(List<Taken> taken, int generation, Consumer<Taken> action) {
        Timer.Sample sample = Timer.start(meters);
        List<Inbox.Outcome> outcomes;
        try {
            List<String> ids =
                    taken.stream().map(one -> one.event.context().eventId()).toList();
            outcomes = inbox.once(consumer, generation, ids, index -> action.accept(taken.get(index)));
        } catch (RuntimeException e) {
            taken.forEach(one -> note(sample, one, "failed"));
            throw e;
        }
        for (int i = 0; i < outcomes.size(); i++) {
            note(sample, taken.get(i), outcomes.get(i).name().toLowerCase(Locale.ROOT));
        }
        return !outcomes.contains(Inbox.Outcome.SUPERSEDED);
    }

    private boolean handle(Taken taken) {
        takes.handle(taken.event);
        return true;
    }

    private <R> R observe(Taken taken, Supplier<R> action) {
        return Objects.requireNonNull(KafkaListenerObservation.LISTENER_OBSERVATION
                .observation(
                        null,
                        DefaultKafkaListenerObservationConvention.INSTANCE,
                        () -> new KafkaRecordReceiverContext(taken.record, name, () -> null),
                        observations)
                .observe(action));
    }

    private void note(Timer.Sample sample, Taken taken, String outcome) {
        sample.stop(Timer.builder("news.event.handling")
                .description("an event in a handler, its transaction included")
                .tag("type", taken.event.context().type())
                .tag("handler", name)
                .tag("outcome", outcome)
                .register(meters));
    }

    private boolean isLate(Taken taken) {
        return from instanceof From.Now(var greatestAge)
                && taken.event.context().time().plus(greatestAge).isBefore(clock.instant());
    }

    /** A record and what it says. */
    private record Taken(ConsumerRecord<String, byte[]> record, CloudEvent event) {}
}
