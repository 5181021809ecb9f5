package news.platform.gateway.hot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.platform.edge.v1.Purge;
import news.platform.gateway.event.EdgeEventListener;
import news.platform.gateway.hot.memory.HotStore;
import news.platform.gateway.hot.method.HotMethod;
import news.platform.gateway.hot.method.HotMethods;
import news.platform.gateway.hot.method.HotMetrics;

/** Turns events into purges, as the contract says which concern which method. */
final class Purger implements EdgeEventListener {

    private record Rule(String method, boolean all) {}

    private final HotStore store;
    private final HotMetrics metrics;
    private final Map<String, List<Rule>> rules = new HashMap<>();

    Purger(HotStore store, HotMethods methods, HotMetrics metrics) {
        this.store = store;
        this.metrics = metrics;
        for (HotMethod method : methods.all()) {
            for (Purge purge : method.rules().purges()) {
                rules.computeIfAbsent(purge.getEvent(), event -> new ArrayList<>())
                        .add(new Rule(method.method().name(), purge.getAll()));
            }
        }
    }

    @Override
    public Set<String> types() {
        return rules.keySet();
    }

    @Override
    public void on(String type, String subject) {
        int gone = 0;
        for (Rule rule : rules.getOrDefault(type, List.of())) {
            gone += store.purge(rule.method(), subject, rule.all());
        }
        metrics.purged(type, gone);
    }

    @Override
    public void gap() {
        store.clear();
    }
}
