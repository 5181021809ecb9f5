package news.platform.local.policy;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import news.platform.local.edge.Http;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a service says at {@code /actuator/policies}. */
record PolicyState(String name, Supplier<Optional<String>> answer) {
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * What was seen.
     *
     * @param up whether it answers at all
     * @param overrides in force, by method and field together
     * @param refusedAt when it refused a file last, empty for never
     * @param refusal what was wrong with that
     */
    record Seen(boolean up, Map<String, String> overrides, String refusedAt, String refusal) {}

    static PolicyState at(String name, int actuatorPort) {
        return new PolicyState(name, () -> Http.text("http://127.0.0.1:" + actuatorPort + "/actuator/policies"));
    }

    Seen look() {
        return answer.get().map(PolicyState::read).orElseGet(() -> new Seen(false, Map.of(), "", ""));
    }

    private static Seen read(String text) {
        JsonNode view = JSON.readTree(text);
        Map<String, String> overrides = new TreeMap<>();
        view.path("overrides").properties().forEach(method -> method.getValue()
                .properties()
                .forEach(field -> overrides.put(
                        method.getKey() + "." + field.getKey(), field.getValue().asString())));
        JsonNode refusal = view.path("lastRefusal");
        return new Seen(
                true,
                overrides,
                refusal.path("time").asString(""),
                refusal.path("text").asString(""));
    }
}
