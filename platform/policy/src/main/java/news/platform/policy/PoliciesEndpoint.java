package news.platform.policy;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/** {@code GET /actuator/policies} tells what is overridden since when, and what was refused last and why. */
@Endpoint(id = "policies")
record PoliciesEndpoint(Policies policies, PolicyFile file) {
    /**
     * What it answers.
     *
     * @param overrides by method, then by field
     * @param since when they were taken over; null while there are none
     * @param lastRefusal null when nothing was refused since the start
     */
    record View(
            Map<String, Map<String, String>> overrides,
            @Nullable Instant since,
            PolicyFile.@Nullable Refusal lastRefusal) {}

    @ReadOperation
    View view() {
        return new View(
                policies.overrides(),
                file.since().orElse(null),
                file.lastRefusal().orElse(null));
    }
}
