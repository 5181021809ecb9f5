package news.platform.local.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.platform.local.console.Complaint;
import news.platform.local.edge.Edge;
import news.platform.local.edge.Reply;

/** Demo accounts that write in turn, so that none of them soon meets its rate limit. */
final class Desk {
    private static final int UNAUTHENTICATED = 401;

    private final Edge edge;
    private final String password;
    private final List<String> users;
    private final Map<String, String> tokens = new HashMap<>();
    private int sent;

    Desk(Edge edge, String password, List<String> users) {
        this.edge = edge;
        this.password = password;
        this.users = List.copyOf(users);
    }

    /**
     * As the account whose turn it is.
     *
     * @param service who answers
     * @throws Complaint where it still does not when the edge's patience has ended: then no other line would fare better
     */
    Reply send(String service, String method, String path, String json) {
        var reply = send(method, path, json);
        if (reply.retryable()) {
            throw new Complaint("Gave up waiting for " + service + "-service: " + reply.problem()
                    + ": see ./news status and ./news logs " + service + ".");
        }
        return reply;
    }

    private Reply send(String method, String path, String json) {
        var user = users.get(sent++ % users.size());
        var reply = edge.send(method, path, json, authorization(user));
        if (reply.status() != UNAUTHENTICATED) {
            return reply;
        }
        // a long file outlives a token
        tokens.remove(user);
        return edge.send(method, path, json, authorization(user));
    }

    private Map<String, String> authorization(String user) {
        return Map.of("authorization", "Bearer " + tokens.computeIfAbsent(user, name -> edge.token(name, password)));
    }
}
