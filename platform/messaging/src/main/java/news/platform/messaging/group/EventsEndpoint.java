package news.platform.messaging.group;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import news.platform.messaging.EventHandler.From;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * {@code GET /actuator/events} lists the consumers with their topics, {@code POST /actuator/events/CONSUMER:replay} (with {@code
 * content-type: application/json}) has one begin anew with all events that there are, and no other.
 */
@Endpoint(id = "events")
record EventsEndpoint(EventConsumers consumers) {
    private static final String REPLAY = ":replay";

    @ReadOperation
    Map<String, Set<String>> topics() {
        var topics = new TreeMap<String, Set<String>>();
        consumers.all().forEach(consumer -> topics.put(consumer.name(), consumer.topics()));
        return topics;
    }

    @WriteOperation
    Map<String, String> replay(@Selector String consumer) {
        String name = consumer.endsWith(REPLAY) ? consumer.substring(0, consumer.length() - REPLAY.length()) : "";
        GroupConsumer found = consumers
                .find(name)
                .filter(one -> one.dispatcher().from() instanceof From.History)
                .orElseThrow(() -> new InvalidEndpointRequestException(
                        "consumer: " + consumer + " (expected: " + replayable() + ")",
                        "not a consumer with a history, followed by " + REPLAY));
        found.replay();
        return Map.of("replaying", name);
    }

    private Set<String> replayable() {
        return consumers.all().stream()
                .filter(one -> one.dispatcher().from() instanceof From.History)
                .map(one -> one.name() + REPLAY)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
