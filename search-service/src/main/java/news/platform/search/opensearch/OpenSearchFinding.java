package news.platform.search.opensearch;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import news.platform.search.question.Question;
import news.platform.search.score.Statistics;
import news.platform.search.searching.Explained;
import news.platform.search.searching.Finding;
import news.platform.search.searching.Hit;
import news.platform.search.searching.Part;
import news.platform.search.searching.Place;
import news.platform.search.searching.Search;
import news.platform.search.searching.Wording;
import news.platform.search.snippet.TextSnippets;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** Finds in an OpenSearch. Thread-safe. */
final class OpenSearchFinding implements Finding {
    private static final Map<String, Object> BY_TIME = Map.of("time", "desc");
    private static final Map<String, Object> BY_KEY = Map.of("key", "asc");

    private final OpenSearchClient client;
    private final OpenSearchCatalogue catalogue;
    private final Wording wording;
    private final OpenSearchQueries queries;
    private final Clock clock;
    private final String path;

    OpenSearchFinding(OpenSearchClient client, OpenSearchCatalogue catalogue, Wording wording, Clock clock) {
        this.client = client;
        this.catalogue = catalogue;
        this.wording = wording;
        this.queries = new OpenSearchQueries(wording);
        this.clock = clock;
        this.path = "/" + catalogue.alias() + "/_search";
    }

    @Override
    public boolean isComplete() {
        return catalogue.isComplete();
    }

    @Override
    public Part part(Search search, Question question, Optional<Place> after, int limit) {
        if (!isComplete()) {
            return new Part(List.of(), now(), "", 0, List.of(), "", false);
        }
        var start = after.map(Place::start).orElseGet(this::now);
        var statistics = after.map(place -> Statistics.of(place.statistics())).orElseGet(() -> statistics(question));
        var request = request(search, question, start, statistics, limit);
        after.ifPresentOrElse(
                place -> request.put("search_after", behind(place, search.newestFirst())),
                () -> first(request, question, start));
        var answer = client.ask(HttpMethod.POST, path, request);
        int total = after.map(Place::total)
                .orElseGet(() -> answer.path("hits").path("total").path("value").asInt());
        return new Part(
                hits(answer, question, search.newestFirst()),
                start,
                statistics.toString(),
                total,
                after.isPresent() ? List.of() : OpenSearchFacets.of(answer.path("aggregations")),
                total == 0 ? instead(answer.path("suggest"), search.text()) : "",
                answer.path("timed_out").asBoolean(false));
    }

    @Override
    public List<Explained> explain(Search search, Question question, int limit) {
        if (!isComplete()) {
            return List.of();
        }
        var request = request(search, question, now(), statistics(question), limit);
        request.put("explain", true);
        var answer = client.ask(HttpMethod.POST, path, request);
        var hits = hits(answer, question, false);
        var explained = new ArrayList<Explained>();
        for (int at = 0; at < hits.size(); at++) {
            var parts = answer.path("hits").path("hits").path(at).path("_explanation");
            explained.add(new Explained(hits.get(at), explanation(parts, 0)));
        }
        return explained;
    }

    private HashMap<String, Object> request(
            Search search, Question question, Instant start, Statistics statistics, int limit) {
        var request = new HashMap<String, Object>();
        request.put("query", queries.of(question, search.filter(), start, statistics::rarity));
        request.put("size", limit);
        request.put("_source", List.of("title", "summary", "body"));
        request.put("timeout", wording.properties().timeLimit().toMillis() + "ms");
        request.put("track_scores", !search.newestFirst());
        request.put(
                "sort",
                search.newestFirst() ? List.of(BY_TIME, BY_KEY) : List.of(Map.of("_score", "desc"), BY_TIME, BY_KEY));
        return request;
    }

    private void first(Map<String, Object> request, Question question, Instant start) {
        request.put("track_total_hits", true);
        request.put("aggs", OpenSearchFacets.asked(start));
        var words = wording.words(question);
        if (!words.isEmpty()) {
            var term = Map.of("field", "spelling", "suggest_mode", "missing", "size", 1);
            request.put("suggest", Map.of("text", String.join(" ", words), "instead", Map.of("term", term)));
        }
    }

    /** How rare the question's terms are at present. */
    private Statistics statistics(Question question) {
        var terms = queries.terms(question);
        var has = new HashMap<String, Object>();
        terms.forEach(term -> has.put(term, queries.has(term)));
        var request = Map.of(
                "size",
                0,
                "track_total_hits",
                true,
                "query",
                Map.of("exists", Map.of("field", "time")),
                "aggs",
                has.isEmpty() ? Map.of() : Map.of("terms", Map.of("filters", Map.of("filters", has))));
        var answer = client.ask(HttpMethod.POST, path, request);
        var statistics =
                Statistics.first(answer.path("hits").path("total").path("value").asInt());
        var buckets = answer.path("aggregations").path("terms").path("buckets");
        terms.forEach(term ->
                statistics.frequency(term, buckets.path(term).path("doc_count").asInt()));
        return statistics;
    }

    private List<Hit> hits(JsonNode answer, Question question, boolean newestFirst) {
        var found = answer.path("hits").path("hits").valueStream().toList();
        var texts = found.stream()
                .map(hit -> hit.path("_source"))
                .map(text -> new TextSnippets.Texts(
                        text.path("title").asString(""),
                        text.path("summary").asString(""),
                        text.path("body").asString("")))
                .toList();
        var snippets = TextSnippets.of(texts, wording.marked(question));
        var hits = new ArrayList<Hit>();
        for (int at = 0; at < found.size(); at++) {
            var sort = found.get(at).path("sort");
            hits.add(new Hit(
                    found.get(at).path("_id").asString(),
                    texts.get(at).title(),
                    snippets.get(at),
                    sort.path(sort.size() - 2).asLong(),
                    newestFirst ? 0 : (float) sort.path(0).asDouble()));
        }
        return hits;
    }

    private static List<Object> behind(Place place, boolean newestFirst) {
        return newestFirst ? List.of(place.time(), place.key()) : List.of(place.score(), place.time(), place.key());
    }

    private static String instead(JsonNode suggest, String text) {
        var instead = text.toLowerCase(Locale.ROOT);
        boolean changed = false;
        for (var word : suggest.path("instead")) {
            var alike = word.path("options").path(0).path("text").asString("");
            if (!alike.isEmpty()) {
                instead = instead.replace(word.path("text").asString(), alike);
                changed = true;
            }
        }
        return changed ? instead : "";
    }

    private static String explanation(JsonNode part, int depth) {
        var lines = new StringBuilder("  ".repeat(depth))
                .append(part.path("value").asString(""))
                .append(" = ")
                .append(part.path("description").asString(""))
                .append('\n');
        part.path("details").forEach(detail -> lines.append(explanation(detail, depth + 1)));
        return lines.toString();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
