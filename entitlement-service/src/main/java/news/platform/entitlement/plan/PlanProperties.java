package news.platform.entitlement.plan;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be subscribed to.
 *
 * @param plans by id
 */
@ConfigurationProperties("news.entitlement")
public record PlanProperties(@DefaultValue Map<String, Plan> plans) {
    /**
     * One plan.
     *
     * @param opens what it opens, one or more of {@code everything}, {@code channels/{id}}, what lies below a channel included, and
     *     {@code articles/{id}}. No default
     * @param grace for how long it stays open after its time, for who renews late; default none
     */
    public record Plan(
            List<String> opens, @DefaultValue("0s") Duration grace) {
        private static final Pattern OPENING = Pattern.compile("everything|(channels|articles)/[!-~]{1,64}");

        public Plan {
            opens = opens == null
                    ? List.of()
                    : opens.stream().sorted().distinct().toList();
            if (opens.isEmpty() || !opens.stream().allMatch(OPENING.asMatchPredicate())) {
                throw new IllegalArgumentException("news.entitlement.plans.*.opens: " + opens
                        + " (expected: everything, channels/{id} or articles/{id})");
            }
            if (grace.isNegative()) {
                throw new IllegalArgumentException("news.entitlement.plans.*.grace: " + grace + " (expected: >= 0)");
            }
        }
    }
}
