package news.platform.local.ingest;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What became of the items pushed. */
final class Tally {
    private final Map<String, Integer> reasons = new TreeMap<>();
    private final Set<String> accepted = new HashSet<>();
    private final Set<String> created = new HashSet<>();

    /** Whether it was taken. */
    boolean add(JsonNode result) {
        var reason = result.path("reason").asString("?");
        reasons.merge(reason, 1, Integer::sum);
        int status = result.path("status").asInt(0);
        boolean taken = status >= 200 && status < 300;
        var uri = result.path("uri").asString("");
        if (taken) {
            accepted.add(uri);
        }
        if (reason.equals("CREATED")) {
            created.add(uri);
        }
        return taken;
    }

    /** How many the platform now has of those pushed. */
    int accepted() {
        return accepted.size();
    }

    int seen() {
        return reasons.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many of those it did not have before. */
    int created() {
        return created.size();
    }

    @Override
    public String toString() {
        return reasons.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .reduce((left, right) -> left + ", " + right)
                .orElse("nothing");
    }
}
