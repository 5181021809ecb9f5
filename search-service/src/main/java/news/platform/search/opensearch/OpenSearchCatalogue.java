package news.platform.search.opensearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import news.platform.search.index.Catalogue;
import news.platform.search.index.Headline;
import news.platform.search.index.Item;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What can be found, in an OpenSearch: an alias for the index that is searched, and beside it, with a higher number, the one that is made
 * anew. Whoever writes asks first which there are, so what happened before one began was told to its owner before it is asked. Ranks are
 * external versions: what comes late is refused. One replica at a time makes it anew. Thread-safe.
 */
final class OpenSearchCatalogue implements Catalogue {
    private static final int CONFLICT = 409;

    private final OpenSearchClient client;
    private final String alias;
    private final OpenSearchDocuments documents = new OpenSearchDocuments();
    private volatile @Nullable String building;
    private volatile boolean complete;

    OpenSearchCatalogue(OpenSearchClient client, String alias) {
        this.client = client;
        this.alias = alias;
    }

    String alias() {
        return alias;
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public boolean isComplete() {
        complete = complete || serving().isPresent();
        return complete;
    }

    @Override
    public int documents() {
        return client.get("/" + alias + "/_count").path("count").asInt(0);
    }

    @Override
    public void put(List<Item> items) {
        change(items, List.of());
    }

    /** The same, and has others be found no more from now on. */
    void change(List<Item> items, List<Gone> gone) {
        for (var index : written()) {
            write(index, items, gone);
        }
    }

    @Override
    public List<String> partial(int limit) {
        if (!isComplete()) {
            return List.of();
        }
        var query = Map.of("query", Map.of("term", Map.of("partial", true)), "size", limit, "_source", List.of("key"));
        return sources(query).map(source -> source.path("key").asString()).toList();
    }

    @Override
    public List<Headline> newest(int limit) {
        if (!isComplete()) {
            return List.of();
        }
        var query = Map.of(
                "query", Map.of("exists", Map.of("field", "time")),
                "size", limit,
                "sort", List.of(Map.of("time", "desc"), Map.of("key", "asc")),
                "_source", List.of("key", "title", "time", "symbol"));
        return sources(query)
                .map(source -> new Headline(
                        source.path("key").asString(),
                        source.path("title").asString(""),
                        source.path("time").asLong(),
                        source.path("symbol")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList()))
                .toList();
    }

    /** An empty one with a higher number, which whoever leads takes for what was begun and not brought to an end. */
    @Override
    public void renew() {
        create(next());
    }

    @Override
    public boolean isWanted() {
        return building == null && isBehind();
    }

    @Override
    public boolean isBuilding() {
        return building != null || isBehind();
    }

    @Override
    public Target begin() {
        var kept = serving();
        names().stream().filter(index -> !kept.equals(Optional.of(index))).forEach(index -> client.delete("/" + index));
        var index = next();
        create(index);
        building = index;
        return items -> write(index, items, List.of());
    }

    /** The old one stays until the next takes its place, for who still reads it. */
    @Override
    public void complete(Target made) {
        var index = Objects.requireNonNull(building);
        client.ask(HttpMethod.POST, "/" + index + "/_refresh", Map.of());
        var actions = new ArrayList<Object>();
        var old = serving();
        old.ifPresent(one -> actions.add(Map.of("remove", Map.of("index", one, "alias", alias))));
        actions.add(Map.of("add", Map.of("index", index, "alias", alias)));
        client.ask(HttpMethod.POST, "/_aliases", Map.of("actions", actions));
        building = null;
        old.ifPresent(one -> names().stream()
                .filter(other -> number(other) < number(one))
                .forEach(other -> client.delete("/" + other)));
    }

    private boolean isBehind() {
        var names = names();
        return !serving().equals(names.isEmpty() ? Optional.empty() : Optional.of(names.getLast())) || names.isEmpty();
    }

    private String next() {
        var names = names();
        return alias + "-" + (names.isEmpty() ? 1 : number(names.getLast()) + 1);
    }

    private void create(String index) {
        client.ask(HttpMethod.PUT, "/" + index, mapping());
    }

    private void write(String index, List<Item> items, List<Gone> gone) {
        if (items.isEmpty() && gone.isEmpty()) {
            return;
        }
        var lines = new ArrayList<Object>();
        for (var item : items) {
            lines.add(version(item.key(), item.rank()));
            lines.add(documents.of(item));
        }
        for (var one : gone) {
            lines.add(version(one.key(), one.rank()));
            lines.add(documents.gone(one.key(), one.rank()));
        }
        // what is gone is found no more when this returns; the rest within the index's own refresh
        var answer = client.lines("/" + index + "/_bulk?refresh=" + !gone.isEmpty(), lines);
        answer.path("items").forEach(item -> requireWritten(item.path("index")));
    }

    private static Object version(String key, long rank) {
        return Map.of("index", Map.of("_id", key, "version", rank, "version_type", "external"));
    }

    private static void requireWritten(JsonNode item) {
        int status = item.path("status").asInt();
        if (status >= 300 && status != CONFLICT) {
            throw new OpenSearchException(
                    item.path("_id").asString(), status, item.path("error").toString());
        }
    }

    /** The one that is searched, and those that may come to be. */
    private List<String> written() {
        long served = serving().map(this::number).orElse(0L);
        return names().stream().filter(index -> number(index) >= served).toList();
    }

    private Optional<String> serving() {
        return client.get("/_alias/" + alias).propertyNames().stream().findFirst();
    }

    /** By their numbers. */
    private List<String> names() {
        return client.get("/" + alias + "-*/_settings/index.uuid").propertyNames().stream()
                .sorted(Comparator.comparing(this::number))
                .toList();
    }

    private long number(String index) {
        return Long.parseLong(index.substring(alias.length() + 1));
    }

    private Stream<JsonNode> sources(Object query) {
        return client.ask(HttpMethod.POST, "/" + alias + "/_search", query)
                .path("hits")
                .path("hits")
                .valueStream()
                .map(hit -> hit.path("_source"));
    }

    private static JsonNode mapping() {
        try (var in = Objects.requireNonNull(OpenSearchCatalogue.class.getResourceAsStream("/opensearch-index.json"))) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** That an item is gone. */
    record Gone(String key, long rank) {}
}
