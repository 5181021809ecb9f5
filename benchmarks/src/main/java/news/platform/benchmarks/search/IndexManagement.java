package news.platform.benchmarks.search;

import java.time.Duration;
import java.util.Map;
import news.platform.benchmarks.measure.Vitals;
import news.platform.local.console.Complaint;
import news.platform.local.edge.Edge;
import news.platform.local.edge.Reply;
import news.platform.local.process.Memory;
import news.platform.local.up.RunningPlatform;

/** What search-service says of its index and of itself, beside the edge. */
public final class IndexManagement implements AutoCloseable {
    public static final String SERVICE = "search";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PATH = "/actuator/index";

    private final RunningPlatform platform;
    private final Edge management;

    public IndexManagement(RunningPlatform platform) {
        this.platform = platform;
        this.management = new Edge(platform.actuatorPort(SERVICE), PATIENCE, _ -> {});
    }

    /** Reads all of it, which takes a second or two. */
    public Inventory inventory() {
        var inventory = required(management.get(PATH + "/inventory")).json();
        return new Inventory(
                inventory.path("items").asInt(), inventory.path("digest").asString());
    }

    /** How many documents there are, marks of what is gone included; also of an OpenSearch. */
    public int documents() {
        return required(management.get(PATH)).json().path("documents").asInt();
    }

    public boolean isBuilding() {
        return required(management.get(PATH)).json().path("building").asBoolean();
    }

    /** Has it be made anew. */
    public void renew() {
        required(management.post(PATH, "{}", Map.of()));
    }

    /** Bytes that its process holds. */
    public long residentBytes() {
        return Memory.of(Vitals.process(platform, SERVICE));
    }

    /** Bytes of its heap that a full collection, which this causes, leaves. */
    public double liveBytes() {
        return Vitals.liveBytes(Vitals.process(platform, SERVICE), management);
    }

    private static Reply required(Reply reply) {
        if (!reply.ok()) {
            throw new Complaint("search-service's management refused: " + reply.problem());
        }
        return reply;
    }

    @Override
    public void close() {
        management.close();
    }

    /**
     * What can be found.
     *
     * @param digest the same wherever the same can be found
     */
    public record Inventory(int items, String digest) {}
}
