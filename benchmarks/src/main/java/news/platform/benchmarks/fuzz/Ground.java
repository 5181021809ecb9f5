package news.platform.benchmarks.fuzz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import news.platform.fuzz.Outcome;
import news.platform.fuzz.request.Known;
import news.platform.local.edge.Edge;
import tools.jackson.databind.JsonNode;

/** What a run may read and what it may change: the latter it makes, and takes away again. */
final class Ground {
    /** They spend the password or the refresh token of their caller, so a run gets through to none of them. */
    static final Set<String> CLOSED =
            Set.of("ProfileService/ChangePassword", "ProfileService/DeleteProfile", "SessionService/RefreshSession");

    private static final int DRAFTS = 4;
    private static final String ARTICLE = """
            {"title":"Fuzz","bodyHtml":"<p>Fuzz</p>","lang":"en","channelIds":["%s"]}""";
    private static final String FEED = """
            {"url":"https://feed.invalid/rss","channelId":"%s","intervalSeconds":86400,"name":"Fuzz"}""";
    private static final String LIVE = """
            {"contentHtml":"<p>Fuzz</p>","channelIds":["%s"]}""";

    private final Edge edge;
    private final FuzzAccounts accounts;
    private final List<String> drafts = new ArrayList<>();
    private final List<String> feeds = new ArrayList<>();
    private final List<String> lives = new ArrayList<>();

    Ground(Edge edge, FuzzAccounts accounts) {
        this.edge = edge;
        this.accounts = accounts;
    }

    /** Makes what may be changed, and looks at what may be read. */
    Known prepare() {
        JsonNode list =
                FuzzAccounts.ok(edge.get("/api/v1/articles?pageSize=20")).json();
        List<String> articles = texts(list.path("articles"), "id");
        List<String> channels = texts(edge.get("/api/v1/channels").json().path("channels"), "id");
        List<String> authors = StreamSupport.stream(list.path("articles").spliterator(), false)
                .flatMap(article -> texts(article.path("authors"), "id").stream())
                .distinct()
                .toList();
        Map<String, String> editor = accounts.bearerOf("editor");
        IntStream.range(0, DRAFTS).forEach(_ -> drafts.add(created("/api/v1/articles", ARTICLE, channels, editor)));
        feeds.add(created("/api/v1/feedSources", FEED, channels, accounts.bearerOf("admin")));
        lives.add(created("/api/v1/lives", LIVE, channels, editor));

        Map<String, List<String>> read = new HashMap<>();
        read.put("articleId", articles);
        read.put("ids", articles);
        read.put("userId", List.of(accounts.targetId()));
        read.put("author", authors);
        read.put("channel", channels);
        read.put("feedSourceId", feeds);
        read.put("liveId", lives);
        read.put("pageToken", List.of("", list.path("nextPageToken").asString("")));
        Map<String, List<String>> write = new HashMap<>();
        write.put("articleId", drafts);
        write.put("userId", List.of(accounts.targetId()));
        write.put("feedSourceId", feeds);
        write.put("liveId", lives);
        write.put("channelIds", channels);
        write.put("channelId", channels);
        write.put("authorIds", List.of(accounts.targetId()));
        write.put("email", accounts.emails());
        write.put("password", List.of(accounts.password()));
        return new Known(read, write);
    }

    private String created(String path, String body, List<String> channels, Map<String, String> bearer) {
        return FuzzAccounts.ok(edge.post(path, body.formatted(channels.getFirst()), bearer))
                .json()
                .path("id")
                .asString();
    }

    /** Recalls the run's articles, withdraws its lives and deletes its feeds; what is gone already is gone. */
    void clear(Outcome outcome) {
        drafts.addAll(outcome.created().getOrDefault("ArticleService/CreateArticle", List.of()));
        feeds.addAll(outcome.created().getOrDefault("FeedSourceService/CreateFeedSource", List.of()));
        drafts.forEach(id ->
                edge.post("/api/v1/articles/" + id + ":recall", "{\"note\":\"Fuzz\"}", accounts.bearerOf("editor")));
        lives.addAll(outcome.created().getOrDefault("LiveService/CreateLive", List.of()));
        lives.forEach(id -> edge.send("DELETE", "/api/v1/lives/" + id, "", accounts.bearerOf("editor")));
        feeds.forEach(id -> edge.send("DELETE", "/api/v1/feedSources/" + id, "", accounts.bearerOf("admin")));
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(node -> node.path(field).asString(""))
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
