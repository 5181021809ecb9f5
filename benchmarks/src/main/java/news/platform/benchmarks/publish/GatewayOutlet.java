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
    private static final String LIVES = "/api/v1/lives";

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
        Map<String, String> headers = Map.of("authorization", bearer, "idempotency-key", draft.key());
        return required(edge.post(LIVES, text(draft), headers))
                .json()
                .path("id")
                .asString();
    }

    /** Has a live say what the draft says. */
    public void correct(String id, Draft draft) {
        required(edge.send("PATCH", LIVES + "/" + id, text(draft), Map.of("authorization", bearer)));
    }

    /** Takes a live back. */
    public void withdraw(String id) {
        required(edge.send("DELETE", LIVES + "/" + id, "", Map.of("authorization", bearer)));
    }

    private String text(Draft draft) {
        return json.writeValueAsString(Topics.values()[draft.topic()].request(draft));
    }

    private static Reply required(Reply reply) {
        if (!reply.ok()) {
            throw new Complaint(reply.problem());
        }
        return reply;
    }

    @Override
    public void close() {
        edge.close();
    }
}
