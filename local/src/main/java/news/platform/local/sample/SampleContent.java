package news.platform.local.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import news.platform.local.console.Complaint;
import news.platform.local.edge.Edge;
import news.platform.local.edge.Reply;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The articles that the project ships with, written and published through the gateway as an editor would. What is
 * published is noted, so that they are loaded once, and a killed load goes on where it was.
 */
public final class SampleContent {
    private static final String EDITOR = "editor";

    /** Somebody else than the editor, so that two accounts share the work and no rate limit is met. */
    private static final String PUBLISHER = "admin";

    private final Edge edge;
    private final String password;
    private final Loaded loaded;
    private final JsonMapper json = new JsonMapper();

    /** @param notes the file that remembers what is loaded; it belongs to the database's data */
    public SampleContent(Edge edge, String password, Path notes) {
        this.edge = edge;
        this.password = password;
        this.loaded = new Loaded(notes);
    }

    /** True when nothing is left to load. */
    public boolean loaded() {
        return loaded.slugs()
                .containsAll(articles().stream().map(SampleArticle::slug).toList());
    }

    /** Publishes what is missing, oldest first. Returns how many that were. */
    public int load() {
        List<String> published = loaded.slugs();
        List<SampleArticle> missing = articles().stream()
                .filter(article -> !published.contains(article.slug()))
                .toList();
        if (missing.isEmpty()) {
            return 0;
        }
        Map<String, String> tokens = new HashMap<>();
        tokens.put(EDITOR, edge.token(EDITOR, password));
        tokens.put(PUBLISHER, edge.token(PUBLISHER, password));
        for (SampleArticle article : missing) {
            String author = tokens.computeIfAbsent(article.author(), name -> edge.token(name, password));
            String id = write(article, subject(author), Objects.requireNonNull(tokens.get(EDITOR)));
            publish(article, id, Objects.requireNonNull(tokens.get(PUBLISHER)));
            loaded.add(article.slug());
        }
        return missing.size();
    }

    List<SampleArticle> articles() {
        try (InputStream in =
                Objects.requireNonNull(SampleContent.class.getResourceAsStream("/sample-articles.json"))) {
            return json.readValue(in, new TypeReference<List<SampleArticle>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String write(SampleArticle article, String authorId, String token) {
        Map<String, Object> draft = Map.of(
                "title", article.title(),
                "summary", article.summary(),
                "bodyHtml", article.bodyHtml(),
                "lang", article.lang(),
                "channelIds", article.channels(),
                "authorIds", List.of(authorId),
                "symbols", article.symbols(),
                "tags", article.tags(),
                "premium", article.premium());
        Reply created = edge.post(
                "/api/v1/articles",
                json.writeValueAsString(draft),
                Map.of("authorization", "Bearer " + token, "idempotency-key", "sample-" + article.slug()));
        requireOk(article, created);
        return created.json().path("id").asString();
    }

    private void publish(SampleArticle article, String id, String token) {
        requireOk(
                article,
                edge.post("/api/v1/articles/" + id + ":publish", "{}", Map.of("authorization", "Bearer " + token)));
    }

    private static void requireOk(SampleArticle article, Reply reply) {
        if (!reply.ok()) {
            throw new Complaint("Sample article " + article.slug() + " was refused: " + reply.problem());
        }
    }

    /** The account's id, which is what its token is about. */
    private String subject(String token) {
        byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        return json.readTree(new String(claims, StandardCharsets.UTF_8))
                .path("sub")
                .asString();
    }
}
