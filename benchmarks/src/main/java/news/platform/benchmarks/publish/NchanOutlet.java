package news.platform.benchmarks.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import news.platform.benchmarks.measure.Nginx;
import news.platform.benchmarks.sse.Target;
import news.platform.local.console.Complaint;
import news.platform.local.edge.Edge;
import news.platform.local.edge.Reply;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** nginx with Nchan, which sends as many bytes for a live as the gateway did. */
public final class NchanOutlet implements Outlet {
    private final int port;
    private final List<String> samples;
    private final Edge edge;
    private final JsonMapper json = new JsonMapper();

    /** @param samples what the gateway sent, an event's data for each topic */
    public NchanOutlet(Nginx nginx, List<String> samples) {
        this.port = nginx.port();
        this.samples = samples;
        this.edge = new Edge(port, Duration.ZERO, _ -> {});
    }

    @Override
    public Target target() {
        return new Target(
                port,
                IntStream.range(0, samples.size())
                        .mapToObj(topic -> "/streams/" + topic)
                        .toList());
    }

    @Override
    public String publish(Draft draft) {
        ObjectNode live = (ObjectNode) json.readTree(samples.get(draft.topic()));
        String id = UUID.randomUUID().toString();
        live.put("id", id);
        live.put("title", "Benchmark " + draft.serial());
        live.put("publishTime", Instant.now().truncatedTo(ChronoUnit.MICROS).toString());
        Reply reply = edge.post(
                "/events/" + draft.topic(),
                json.writeValueAsString(live),
                Map.of("x-eventsource-event", "live.created"));
        if (!reply.ok()) {
            throw new Complaint(reply.problem());
        }
        return id;
    }

    @Override
    public void close() {
        edge.close();
    }
}
