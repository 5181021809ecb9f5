package news.platform.entitlement.plan;

import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import news.platform.entitlement.right.Scope;
import org.springframework.stereotype.Component;

/** The plans that there are. */
@Component
public final class Plans {
    /** In order of their ids, so that replicas which start at once lock them in the same one. */
    private final SortedMap<String, PlanProperties.Plan> plans;

    private final Openings openings;
    private final PlanEvents events;

    Plans(PlanProperties properties, Openings openings, PlanEvents events) {
        this.plans = Collections.unmodifiableSortedMap(new TreeMap<>(properties.plans()));
        this.openings = openings;
        this.events = events;
    }

    /** What the scope opens: of a plan as it stands in the database, the same for all replicas, whatever each is configured to. */
    public List<String> opens(Scope scope) {
        return scope.isPlan() ? openings.of(scope.id()) : List.of(scope.toString());
    }

    /**
     * Takes over what this replica is configured to and tells the others of it, in the current transaction. A plan that is not
     * configured any more stays as it was for who has it.
     *
     * @return the ids of the plans that opened something else before
     */
    public List<String> takeOver() {
        var changed = plans.entrySet().stream()
                .filter(plan -> openings.change(plan.getKey(), plan.getValue().opens()))
                .map(Map.Entry::getKey)
                .toList();
        openings.tell(plans.keySet()).forEach(told -> events.changed(told, openings.of(told.planId())));
        openings.tellEndOfOthers(plans.keySet()).forEach(events::ended);
        return changed;
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
