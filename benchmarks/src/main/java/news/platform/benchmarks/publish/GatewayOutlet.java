package news.platform.benchmarks.publish;

import java.time.Duration;
import java.util.Map;
import news.platform.benchmarks.sse.Target;
import news.platform.local.console.Complaint;
import news.platform.local.edge.Edge;
import news.platform.local.edge.Reply;
import news.platform.local.up.RunningPlatform;
import tools.jackson.databind.json.JsonMapper;

/** The platform, as an editor and as readers meet it. */
public final class GatewayOutlet implements Outlet {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final int port;
    private final String bearer;
    private final Edge edge;
    private final JsonMapper json = new JsonMapper();

    /** Of an editor whose token lasts for a quarter of an hour. */
    public GatewayOutlet(RunningPlatform platform) {
        this.port = platform.port();
        this.bearer = "Bearer " + platform.token("editor");
        this.edge = new Edge(port, PATIENCE, _ -> {});
    }

    @Override
    public Target target() {
        return new Target(port, Topics.SIX.stream().map(Topics::path).toList());
    }

    @Override
    public String publish(Draft draft) {
        String body = json.writeValueAsString(Topics.values()[draft.topic()].request(draft));
        Map<String, String> headers = Map.of("authorization", bearer, "idempotency-key", draft.key());
        Reply reply = edge.post("/api/v1/lives", body, headers);
        if (!reply.ok()) {
            throw new Complaint(reply.problem());
        }
        return reply.json().path("id").asString();
    }

    @Override
    public void close() {
        edge.close();
    }
}
