package news.platform.messaging.relay;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * {@code GET /actuator/outbox} shows the oldest hundred events that could not be sent, {@code POST} (with {@code content-type:
 * application/json}) has all of them sent again, {@code DELETE /actuator/outbox/EVENT-ID} gives one up.
 */
@Endpoint(id = "outbox")
record OutboxEndpoint(OutboxLetters letters) {
    @ReadOperation
    List<OutboxLetters.Letter> oldest() {
        return letters.oldest();
    }

    @WriteOperation
    Map<String, Integer> retry() {
        return Map.of("retried", letters.retry());
    }

    @DeleteOperation
    Map<String, Integer> discard(@Selector UUID eventId) {
        return Map.of("discarded", letters.discard(eventId));
    }
}
