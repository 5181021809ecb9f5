package news.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.MessageListener;

/** Gives each record to the handlers of its type, each once; records of other types are skipped. Thread-safe. */
final class Dispatcher implements MessageListener<String, byte[]> {
    private final Map<String, List<Subscription<?>>> subscriptions;
    private final Inbox inbox;
    private final MessagingContext context;
    private final MeterRegistry meters;

    Dispatcher(List<Subscription<?>> subscriptions, Inbox inbox, MessagingContext context) {
        this.subscriptions = subscriptions.stream()
                .collect(Collectors.groupingBy(
                        subscription -> subscription.description().type()));
        this.inbox = inbox;
        this.context = context;
        this.meters = context.meters();
    }

    /** The topics of all handlers. */
    Set<String> topics() {
        return subscriptions.values().stream()
                .flatMap(List::stream)
                .map(subscription -> context.topic(subscription.description()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Handles one record; returns when every handler of its type has.
     *
     * @throws MalformedEventException where it cannot be read, else whatever a handler throws
     */
    @Override
    public void onMessage(ConsumerRecord<String, byte[]> record) {
        List<Subscription<?>> interested = subscriptions.getOrDefault(CloudEvent.type(record), List.of());
        if (interested.isEmpty()) {
            return;
        }
        CloudEvent event = CloudEvent.of(record);
        for (Subscription<?> subscription : interested) {
            handle(subscription, event);
        }
    }

    private void handle(Subscription<?> subscription, CloudEvent event) {
        Timer.Sample sample = Timer.start(meters);
        String outcome = "failed";
        try {
            boolean run = inbox.once(
                    context.application() + "/" + subscription.name(),
                    event.context().eventId(),
                    () -> subscription.call(event));
            outcome = run ? "handled" : "duplicate";
        } finally {
            sample.stop(Timer.builder("news.event.handling")
                    .description("an event in a handler, its transaction included")
                    .tag("type", event.context().type())
                    .tag("handler", subscription.name())
                    .tag("outcome", outcome)
                    .register(meters));
        }
    }
}
