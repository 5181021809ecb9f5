package news.platform.search.opensearch;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import news.platform.search.searching.Facet;
import tools.jackson.databind.JsonNode;

/** What found things have in common, counted by OpenSearch. */
final class OpenSearchFacets {
    private static final List<String> COUNTED = List.of("type", "channel", "lang", "symbol");
    private static final String DATE = "date";

    private OpenSearchFacets() {}

    static Map<String, Object> asked(Instant now) {
        var asked = new HashMap<String, Object>();
        var order = List.of(Map.of("_count", "desc"), Map.of("_key", "asc"));
        COUNTED.forEach(
                field -> asked.put(field, Map.of("terms", Map.of("field", field, "size", Facet.MOST, "order", order))));
        var ages = new HashMap<String, Object>();
        Facet.AGES.forEach((name, age) -> ages.put(
                name, Map.of("range", Map.of("time", Map.of("gte", OpenSearchDocuments.micros(now.minus(age)))))));
        asked.put(DATE, Map.of("filters", Map.of("filters", ages)));
        return asked;
    }

    static List<Facet> of(JsonNode counted) {
        var byValue = COUNTED.stream()
                .map(field -> new Facet(
                        field,
                        counted.path(field)
                                .path("buckets")
                                .valueStream()
                                .map(bucket -> new Facet.Count(
                                        bucket.path("key").asString(),
                                        bucket.path("doc_count").asInt()))
                                .toList()));
        var ages = counted.path(DATE)
                .path("buckets")
                .propertyStream()
                .map(age -> new Facet.Count(
                        age.getKey(), age.getValue().path("doc_count").asInt()))
                .filter(age -> age.count() > 0)
                .sorted(Facet.MOST_FIRST)
                .toList();
        return Stream.concat(byValue, Stream.of(new Facet(DATE, ages))).toList();
    }
}
