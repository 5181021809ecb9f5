package news.platform.local.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import news.platform.local.console.Complaint;
import news.platform.local.edge.Edge;
import news.platform.local.edge.Reply;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The lives that the project ships with, published through the gateway as {@link SampleContent} is. */
public final class SampleLives {
    /** Two, so that they share the work and no rate limit is met. */
    private static final List<String> EDITORS = List.of("editor", "admin");

    private final Edge edge;
    private final String password;
    private final Loaded loaded;
    private final JsonMapper json = new JsonMapper();

    /** @param notes the file that remembers what is loaded; it belongs to the database's data */
    public SampleLives(Edge edge, String password, Path notes) {
        this.edge = edge;
        this.password = password;
        this.loaded = new Loaded(notes);
    }

    /** True when nothing is left to load. */
    public boolean loaded() {
        return missing().isEmpty();
    }

    /** Publishes what is missing, in its order. Returns how many that were. */
    public int load() {
        List<SampleLive> missing = missing();
        List<String> tokens = missing.isEmpty()
                ? List.of()
                : EDITORS.stream().map(name -> edge.token(name, password)).toList();
        for (int i = 0; i < missing.size(); i++) {
            publish(missing.get(i), tokens.get(i % tokens.size()));
            loaded.add(missing.get(i).slug());
        }
        return missing.size();
    }

    List<SampleLive> lives() {
        try (InputStream in = Objects.requireNonNull(SampleLives.class.getResourceAsStream("/sample-lives.json"))) {
            return json.readValue(in, new TypeReference<List<SampleLive>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<SampleLive> missing() {
        List<String> published = loaded.slugs();
        return lives().stream().filter(live -> !published.contains(live.slug())).toList();
    }

    private void publish(SampleLive live, String token) {
        Map<String, Object> flash = Map.of(
                "title", live.title(),
                "contentHtml", live.contentHtml(),
                "channelIds", live.channels(),
                "importance", live.importance(),
                "symbols", live.symbols(),
                "tags", live.tags());
        Reply created = edge.post(
                "/api/v1/lives",
                json.writeValueAsString(flash),
                Map.of("authorization", "Bearer " + token, "idempotency-key", "sample-" + live.slug()));
        if (!created.ok()) {
            throw new Complaint("Sample live " + live.slug() + " was refused: " + created.problem());
        }
    }
}
