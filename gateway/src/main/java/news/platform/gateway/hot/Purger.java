package news.platform.gateway.hot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.platform.edge.v1.Purge;
import news.platform.gateway.hot.memory.HotStore;
import news.platform.gateway.hot.method.HotMethod;
import news.platform.gateway.hot.method.HotMethods;
import news.platform.gateway.hot.method.HotMetrics;
import news.platform.messaging.EventContext;
import news.platform.messaging.ReplicaHandler;
import news.platform.messaging.Takes;

/** Turns events into purges, as the contract says which concern which method. */
final class Purger implements ReplicaHandler {

    private record Rule(String method, boolean all, boolean keepsLastGood) {}

    private final HotStore store;
    private final HotMetrics metrics;
    private final Map<String, List<Rule>> rules = new HashMap<>();

    Purger(HotStore store, HotMethods methods, HotMetrics metrics) {
        this.store = store;
        this.metrics = metrics;
        for (HotMethod method : methods.all()) {
            for (Purge purge : method.rules().purges()) {
                rules.computeIfAbsent(purge.getEvent(), event -> new ArrayList<>())
                        .add(new Rule(method.method().name(), purge.getAll(), purge.getKeepsLastGood()));
            }
        }
    }

    @Override
    public Takes takes() {
        return Takes.named(rules.keySet(), this::purge);
    }

    @Override
    public void gap() {
        store.clear();
    }

    private void purge(EventContext event) {
        int gone = 0;
        for (Rule rule : rules.getOrDefault(event.type(), List.of())) {
            gone += store.purge(rule.method(), event.subject(), rule.all(), rule.keepsLastGood());
        }
        metrics.purged(event.type(), gone);
    }
}
