package news.platform.local.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import news.platform.local.console.Complaint;
import news.platform.local.edge.Edge;
import news.platform.local.edge.Reply;
import news.platform.local.sample.SampleThread.SampleComment;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What readers say about the sample articles, written, liked and reported through the gateway by accounts made for it; some of it
 * for moderators to decide on. Loaded as {@link SampleContent} is, after it.
 */
public final class SampleComments {
    private static final int CONFLICT = 409;

    /** Enough that none of them says too much at once. */
    private static final Map<String, String> READERS = Map.of(
            "mei", "Chen Mei",
            "lars", "Lars Holm",
            "priya", "Priya Nair",
            "tom", "Tom Becker",
            "xiaoyu", "林小雨",
            "ana", "Ana Duarte",
            "ken", "Ken Ito",
            "wei", "Wang Wei");

    private final Edge edge;
    private final String password;
    private final Loaded loaded;
    private final JsonMapper json = new JsonMapper();

    /** @param notes the file that remembers what is loaded; it belongs to the database's data */
    public SampleComments(Edge edge, String password, Path notes) {
        this.edge = edge;
        this.password = password;
        this.loaded = new Loaded(notes);
    }

    /** True when nothing is left to load. */
    public boolean loaded() {
        return missing().isEmpty();
    }

    /** Writes what is missing. Returns how many that were. */
    public int load() {
        var missing = missing();
        if (missing.isEmpty()) {
            return 0;
        }
        var tokens = new HashMap<String, String>();
        READERS.forEach((reader, name) -> tokens.put(reader, token(reader, name)));
        var articles = ArticleIds.bySlug(edge);
        int written = 0;
        for (var thread : missing) {
            var article = articles.get(thread.article());
            if (article != null) {
                written += write(thread, "articles/" + article, tokens);
                loaded.add(thread.article());
            }
        }
        return written;
    }

    List<SampleThread> threads() {
        return read("/sample-comments.json", new TypeReference<>() {});
    }

    private List<SampleThread> missing() {
        var written = loaded.slugs();
        return threads().stream()
                .filter(thread -> !written.contains(thread.article()))
                .toList();
    }

    private int write(SampleThread thread, String target, Map<String, String> tokens) {
        var ids = new ArrayList<String>();
        for (var comment : thread.comments()) {
            var said = new HashMap<String, Object>(Map.of("target", target, "text", comment.text()));
            if (comment.answers() != null) {
                said.put("replyToId", ids.get(comment.answers()));
            }
            var key = "sample-" + thread.article() + "-" + ids.size();
            var token = Objects.requireNonNull(tokens.get(comment.by()), comment.by());
            var reply = required(edge.post(
                    "/api/v1/comments",
                    json.writeValueAsString(said),
                    Map.of("authorization", "Bearer " + token, "idempotency-key", key)));
            ids.add(reply.json().path("id").asString());
            react(comment, ids.getLast(), tokens);
        }
        return ids.size();
    }

    private void react(SampleComment comment, String id, Map<String, String> tokens) {
        var path = "/api/v1/comments/" + id;
        for (var reader : Objects.requireNonNullElse(comment.likedBy(), List.<String>of())) {
            required(edge.send("PUT", path + "/like", "", Map.of("authorization", "Bearer " + tokens.get(reader))));
        }
        for (var reader : Objects.requireNonNullElse(comment.reportedBy(), List.<String>of())) {
            required(edge.post(
                    path + "/reports",
                    "{\"reason\": \"REPORT_GROUND_FALSE\"}",
                    Map.of("authorization", "Bearer " + tokens.get(reader))));
        }
    }

    /** A token of a sample reader, whose account is made where there is none. */
    private String token(String reader, String name) {
        var email = "sample-" + reader + "@example.com";
        var account = Map.of("email", email, "password", password, "displayName", name);
        var made = edge.post("/api/v1/users", json.writeValueAsString(account), Map.of());
        if (made.status() != CONFLICT) {
            required(made);
        }
        return edge.token(email, password);
    }

    private <T> T read(String file, TypeReference<T> type) {
        try (InputStream in = Objects.requireNonNull(SampleComments.class.getResourceAsStream(file))) {
            return json.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reply required(Reply reply) {
        if (!reply.ok()) {
            throw new Complaint("A sample comment was refused: " + reply.problem());
        }
        return reply;
    }
}
