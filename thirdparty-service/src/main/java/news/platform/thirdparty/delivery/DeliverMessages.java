package news.platform.thirdparty.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Gives messages to their providers, each at most once: what was taken before counts as sent. So whoever asks may ask again, and
 * what was on its way when this process died is lost. No transaction is open while a provider is called.
 */
@Component
final class DeliverMessages {
    private final Providers providers;
    private final Deliveries deliveries;
    private final Clock clock;
    private final MeterRegistry meters;

    DeliverMessages(Providers providers, Deliveries deliveries, Clock clock, MeterRegistry meters) {
        this.providers = providers;
        this.deliveries = deliveries;
        this.clock = clock;
        this.meters = meters;
    }

    /** What became of each, in their order. */
    List<Outcome> deliver(List<Message> messages) {
        var outcomes = new HashMap<String, Outcome>();
        var carried = new LinkedHashMap<String, Message>();
        var now = clock.instant();
        for (var message : messages) {
            if (message.isExpired(now)) {
                outcomes.put(message.id(), counted("none", new Outcome.Expired()));
            } else if (providers.to(message.address()).isEmpty()) {
                outcomes.put(message.id(), counted("none", new Outcome.Refused("nobody carries to such an address")));
            } else {
                carried.put(message.id(), message);
            }
        }
        if (!carried.isEmpty()) {
            send(carried, outcomes);
        }
        return messages.stream()
                .map(message -> outcomes.getOrDefault(message.id(), new Outcome.Accepted()))
                .toList();
    }

    private void send(Map<String, Message> carried, Map<String, Outcome> outcomes) {
        carried.keySet().retainAll(deliveries.take(carried.keySet(), clock.instant()));
        var lots = new LinkedHashMap<Lot, List<Message>>();
        carried.values().forEach(message -> lots.computeIfAbsent(
                        new Lot(providers.to(message.address()).orElseThrow(), message.urgent()),
                        _ -> new ArrayList<>())
                .add(message));
        lots.forEach((lot, messages) -> {
            var ends = lot.provider().deliver(messages, lot.urgent());
            for (int i = 0; i < ends.size(); i++) {
                outcomes.put(messages.get(i).id(), counted(lot.provider().name(), ends.get(i)));
            }
        });
        var unsent = carried.keySet().stream()
                .filter(id -> outcomes.get(id) instanceof Outcome.Retry || outcomes.get(id) instanceof Outcome.Busy)
                .toList();
        if (!unsent.isEmpty()) {
            deliveries.giveBack(unsent);
        }
    }

    private Outcome counted(String provider, Outcome outcome) {
        meters.counter("news.thirdparty.delivery", "provider", provider, "outcome", outcome.word())
                .increment();
        return outcome;
    }

    /** What one provider is given at once. */
    private record Lot(GuardedProvider provider, boolean urgent) {}
}
