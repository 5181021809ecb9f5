package news.platform.local.search;

import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import news.platform.local.console.Complaint;
import news.platform.local.edge.Edge;
import tools.jackson.databind.JsonNode;

/** {@code ./news search "…"}: what is found, and what the score of each is made of. */
public final class SearchCommand {
    private final Edge edge;
    private final String token;
    private final PrintStream out;

    /** @param token an editor's */
    public SearchCommand(Edge edge, String token, PrintStream out) {
        this.edge = edge;
        this.token = token;
        this.out = out;
    }

    /** Prints the first ten. */
    public void run(List<String> words) {
        String question = String.join(" ", words).strip();
        if (question.isEmpty()) {
            throw new Complaint("Say what is sought: ./news search \"fed rate cut\".");
        }
        var path = "/api/v1/search:explain?q=" + URLEncoder.encode(question, StandardCharsets.UTF_8);
        var reply = edge.send("GET", path, "", Map.of("Authorization", "Bearer " + token));
        if (!reply.ok()) {
            throw new Complaint("Not found out: " + reply.problem());
        }
        var hits = reply.json().path("hits");
        if (hits.isEmpty()) {
            out.println("Nothing is found.");
        }
        hits.forEach(this::print);
    }

    private void print(JsonNode explained) {
        var hit = explained.path("hit");
        out.println(hit.path("score").asString("") + "  " + hit.path("type").asString() + "/"
                + hit.path("id").asString() + "  " + hit.path("publishTime").asString("") + "  "
                + hit.path("title").asString(""));
        explained.path("explanation").asString("").lines().forEach(line -> out.println("    " + line));
    }
}
