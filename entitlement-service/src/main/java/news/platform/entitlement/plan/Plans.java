package news.platform.entitlement.plan;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import news.platform.entitlement.right.Scope;
import org.springframework.stereotype.Component;

/** The plans that there are. */
@Component
public final class Plans {
    private final Map<String, PlanProperties.Plan> plans;
    private final Openings openings;

    Plans(PlanProperties properties, Openings openings) {
        this.plans = Map.copyOf(properties.plans());
        this.openings = openings;
    }

    /** What the scope opens: of a plan as it stands in the database, the same for all replicas, whatever each is configured to. */
    public List<String> opens(Scope scope) {
        return scope.isPlan() ? openings.of(scope.id()) : List.of(scope.toString());
    }

    /** Takes over what this replica is configured to. The ids of the plans that opened something else before. */
    public List<String> takeOver() {
        return plans.entrySet().stream()
                .filter(plan -> openings.change(plan.getKey(), plan.getValue().opens()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether it names something that can be granted: a plan that there is, or an article. */
    public boolean know(Scope scope) {
        return !scope.isPlan() || plans.containsKey(scope.id());
    }

    /** For how long it stays open after its time. */
    public Duration grace(Scope scope) {
        var plan = scope.isPlan() ? plans.get(scope.id()) : null;
        return plan == null ? Duration.ZERO : plan.grace();
    }

    /** The longest of all plans. */
    public Duration longestGrace() {
        return plans.values().stream()
                .map(PlanProperties.Plan::grace)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }
}
