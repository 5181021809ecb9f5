package news.platform.local.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import news.platform.local.console.Complaint;
import news.platform.local.edge.Edge;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** By which ids readers find the sample articles. */
final class ArticleIds {
    private ArticleIds() {}

    /** By their slugs, as far as readers find them. */
    static Map<String, String> bySlug(Edge edge) {
        var byTitle = new HashMap<String, String>();
        var reply = edge.get("/api/v1/articles?pageSize=100");
        if (!reply.ok()) {
            throw new Complaint("The sample articles cannot be read: " + reply.problem());
        }
        for (JsonNode article : reply.json().path("articles")) {
            byTitle.put(article.path("title").asString(), article.path("id").asString());
        }
        var ids = new HashMap<String, String>();
        for (var article : articles()) {
            var id = byTitle.get(article.title());
            if (id != null) {
                ids.put(article.slug(), id);
            }
        }
        return ids;
    }

    private static List<SampleArticle> articles() {
        try (InputStream in = Objects.requireNonNull(ArticleIds.class.getResourceAsStream("/sample-articles.json"))) {
            return new JsonMapper().readValue(in, new TypeReference<List<SampleArticle>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
