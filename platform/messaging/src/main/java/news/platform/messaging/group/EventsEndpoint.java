package news.platform.messaging.group;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import news.platform.messaging.EventHandler.From;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

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
    WebEndpointResponse<Map<String, String>> replay(@Selector String consumer) {
        Optional<GroupConsumer> found = consumers.all().stream()
                .filter(EventsEndpoint::hasHistory)
                .filter(one -> consumer.equals(one.name() + REPLAY))
                .findFirst();
        found.ifPresent(GroupConsumer::replay);
        return found.map(one -> new WebEndpointResponse<>(Map.of("replaying", one.name())))
                .orElseGet(() -> new WebEndpointResponse<>(
                        Map.of("detail", "consumer: " + consumer + " (expected: one of " + replayable() + ")"),
                        WebEndpointResponse.STATUS_BAD_REQUEST));
    }

    private Set<String> replayable() {
        return consumers.all().stream()
                .filter(EventsEndpoint::hasHistory)
                .map(one -> one.name() + REPLAY)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean hasHistory(GroupConsumer consumer) {
        return consumer.dispatcher().from() instanceof From.History;
    }
}
