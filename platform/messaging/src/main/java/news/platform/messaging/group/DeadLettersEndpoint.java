package news.platform.messaging.group;

import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * {@code GET /actuator/deadletters} tells how many wait, {@code POST} (with {@code content-type: application/json}) replays
 * them.
 */
@Endpoint(id = "deadletters")
record DeadLettersEndpoint(DeadLetters deadLetters) {
    @ReadOperation
    Map<String, Long> waiting() {
        return deadLetters.waiting();
    }

    @WriteOperation
    DeadLetters.Replay replay() {
        return deadLetters.replay();
    }
}
