package news.platform.local.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What became of the items pushed. */
final class Tally {
    private static final int SHOWN = 10;

    private final Map<String, Integer> reasons = new TreeMap<>();
    private final Set<String> accepted = new HashSet<>();
    private final List<String> refused = new ArrayList<>();

    void add(JsonNode result) {
        reasons.merge(result.path("reason").asString("?"), 1, Integer::sum);
        if (result.path("status").asInt(0) < 300) {
            accepted.add(result.path("uri").asString(""));
        } else if (refused.size() < SHOWN) {
            refused.add(result.path("uri").asString("") + ": "
                    + result.path("detail").asString(""));
        }
    }

    /** A line that says nothing, and so was not pushed. */
    void addUnreadable(int line) {
        reasons.merge("UNREADABLE", 1, Integer::sum);
        if (refused.size() < SHOWN) {
            refused.add("line " + line + ": neither a text nor a title");
        }
    }

    /** How many the platform now has of those pushed. */
    int accepted() {
        return accepted.size();
    }

    int seen() {
        return reasons.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The first of the refused ones, each with what is wrong. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    @Override
    public String toString() {
        return reasons.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .reduce((left, right) -> left + ", " + right)
                .orElse("nothing");
    }
}
