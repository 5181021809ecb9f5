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
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What opens the premium sample articles, put on sale through the gateway. Loaded as {@link SampleContent} is, after it. */
public final class SampleProducts {
    private static final String SELLER = "admin";

    private final Edge edge;
    private final String password;
    private final Loaded loaded;
    private final JsonMapper json = new JsonMapper();

    /** @param notes the file that remembers what is loaded; it belongs to the database's data */
    public SampleProducts(Edge edge, String password, Path notes) {
        this.edge = edge;
        this.password = password;
        this.loaded = new Loaded(notes);
    }

    /** True when nothing is left to load. */
    public boolean loaded() {
        return missing().isEmpty();
    }

    /** Puts on sale what is missing and opens something that there is. Returns how many that were. */
    public int load() {
        var missing = missing();
        if (missing.isEmpty()) {
            return 0;
        }
        var token = edge.token(SELLER, password);
        var articles = ArticleIds.bySlug(edge);
        int sold = 0;
        for (var product : missing) {
            if (articles.keySet().containsAll(product.articles())) {
                sell(product, articles, token);
                loaded.add(product.slug());
                sold++;
            }
        }
        return sold;
    }

    List<SampleProduct> products() {
        try (InputStream in =
                Objects.requireNonNull(SampleProducts.class.getResourceAsStream("/sample-products.json"))) {
            return json.readValue(in, new TypeReference<List<SampleProduct>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<SampleProduct> missing() {
        var sold = loaded.slugs();
        return products().stream()
                .filter(product -> !sold.contains(product.slug()))
                .toList();
    }

    private void sell(SampleProduct product, Map<String, String> articles, String token) {
        var draft = new HashMap<>(product.product());
        if (!product.articles().isEmpty()) {
            var scopes = new ArrayList<String>();
            product.articles().forEach(slug -> scopes.add("articles/" + articles.get(slug)));
            draft.put("scopes", scopes);
        }
        var reply = edge.post(
                "/api/v1/products",
                json.writeValueAsString(draft),
                Map.of("authorization", "Bearer " + token, "idempotency-key", "sample-" + product.slug()));
        if (!reply.ok()) {
            throw new Complaint("Sample product " + product.slug() + " was refused: " + reply.problem());
        }
    }
}
