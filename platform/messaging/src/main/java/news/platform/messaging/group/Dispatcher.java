package news.platform.messaging.group;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import news.platform.messaging.CloudEvent;
import news.platform.messaging.EventHandler;
import news.platform.messaging.EventHandler.From;
import news.platform.messaging.MalformedEventException;
import news.platform.messaging.MessagingContext;
import news.platform.messaging.Takes;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Gives one handler each record that it takes, once. Thread-safe. */
final class Dispatcher {
    private final EventHandler handler;
    private final Takes takes;
    private final From from;
    private final String name;
    private final String consumer;
    private final Inbox inbox;
    private final Clock clock;
    private final MeterRegistry meters;

    Dispatcher(EventHandler handler, Takes takes, String name, Inbox inbox, MessagingContext context) {
        this.handler = handler;
        this.takes = takes;
        this.from = handler.from();
        this.name = name;
        this.consumer = context.application() + "/" + name;
        this.inbox = inbox;
        this.clock = context.clock();
        this.meters = context.meters();
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

    /**
     * Handles one record; returns when the handler has.
     *
     * @return false where the consumer has begun anew, so that this generation's members have nothing to do any more
     * @throws MalformedEventException where it cannot be read, else whatever the handler throws
     */
    boolean handle(ConsumerRecord<String, byte[]> record, int generation) {
        if (!takes.types().contains(CloudEvent.type(record))) {
            return true;
        }
        CloudEvent event = CloudEvent.of(record);
        if (!takes.wants(event)) {
            return true;
        }
        Timer.Sample sample = Timer.start(meters);
        String outcome = "failed";
        try {
            outcome = isLate(event)
                    ? "late"
                    : inbox.once(consumer, generation, event.context().eventId(), () -> takes.handle(event))
                            .name()
                            .toLowerCase(Locale.ROOT);
            return !outcome.equals("superseded");
        } finally {
            sample.stop(Timer.builder("news.event.handling")
                    .description("an event in a handler, its transaction included")
                    .tag("type", event.context().type())
                    .tag("handler", name)
                    .tag("outcome", outcome)
                    .register(meters));
        }
    }

    private boolean isLate(CloudEvent event) {
        return from instanceof From.Now(var greatestAge)
                && event.context().time().plus(greatestAge).isBefore(clock.instant());
    }
}
