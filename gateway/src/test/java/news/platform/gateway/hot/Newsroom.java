package news.platform.gateway.hot;

import com.google.api.HttpBody;
import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import io.grpc.Status;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import news.platform.content.v1.Article;
import news.platform.content.v1.Author;
import news.platform.content.v1.ContentReason;
import news.platform.content.v1.GetArticleRequest;
import news.platform.content.v1.GetArticleResponse;
import news.platform.content.v1.GetRssRequest;
import news.platform.content.v1.GetRssResponse;
import news.platform.content.v1.ListArticlesRequest;
import news.platform.content.v1.ListArticlesResponse;
import news.platform.error.DomainException;
import news.platform.error.ErrorStatuses;

/** What the twin of content-service knows: articles by id, each with its own troubles. */
final class Newsroom {

    static final String GET = "news.platform.content.v1.ArticleService/GetArticle";
    static final String LIST = "news.platform.content.v1.ArticleService/ListArticles";
    static final String RSS = "news.platform.content.v1.SyndicationService/GetRss";

    private final Map<String, Article> articles = new ConcurrentHashMap<>();
    private final Map<String, Status> failures = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> headers = new ConcurrentHashMap<>();
    private final Set<String> premium = ConcurrentHashMap.newKeySet();
    private final Twin twin;

    Newsroom(Twin twin) {
        this.twin = twin;
        twin.script(GET, this::get);
        twin.script(LIST, this::list);
        twin.script(RSS, this::rss);
    }

    void publish(String id, String title) {
        articles.put(
                id,
                Article.newBuilder()
                        .setId(id)
                        .setTitle(title)
                        .setEtag("v-" + title.hashCode())
                        .addAuthors(Author.newBuilder().setId("author-of-" + id))
                        .setBodyHtml("<p>" + "All quiet on the market. ".repeat(60) + "</p>")
                        .build());
    }

    /** For whom an answer is good depends on who asks from now on; its summary says so. */
    void sell(String id) {
        premium.add(id);
    }

    void recall(String id) {
        articles.remove(id);
    }

    /** Calls for it fail from now on; null heals them. */
    void fail(String id, Status.Code code) {
        failures.put(id, code.toStatus());
    }

    void heal(String id) {
        failures.remove(id);
    }

    /** Calls for it wait until the latch is counted down; they answer what was there when they began. */
    CountDownLatch block(String id) {
        CountDownLatch gate = new CountDownLatch(1);
        gates.put(id, gate);
        return gate;
    }

    /** Answers for it carry this header. */
    void header(String id, String name, String value) {
        headers.put(id, Map.of(name, value));
    }

    long calls(String id) {
        return twin.calls(request(id));
    }

    /** How often the feed of the channel was asked for. */
    long feedCalls(String channel) {
        return twin.calls(GetRssRequest.newBuilder().setChannel(channel).build());
    }

    static GetArticleRequest request(String id) {
        return GetArticleRequest.newBuilder().setArticleId(id).build();
    }

    private Message get(Message request) {
        String id = ((GetArticleRequest) request).getArticleId();
        Article article = articles.get(id);
        troubles(id);
        if (article == null) {
            throw problem(id.startsWith("recalled") ? ContentReason.ARTICLE_RECALLED : ContentReason.ARTICLE_NOT_FOUND);
        }
        String audience = premium.contains(id) ? Twin.asker().audience() : "all";
        Twin.asker().header("x-entitlement-class", audience);
        headers.getOrDefault(id, Map.of()).forEach((name, value) -> {
            Twin.asker().answerHeaders().discardAll(key(name));
            Twin.asker().header(name, value);
        });
        return GetArticleResponse.newBuilder()
                .setArticle(article.toBuilder().setSummary("for " + audience))
                .build();
    }

    private Message list(Message request) {
        String channel = ((ListArticlesRequest) request).getChannel();
        troubles("list-" + channel);
        var answer = ListArticlesResponse.newBuilder();
        articles.values().stream()
                .filter(article -> article.getId().startsWith(channel))
                .forEach(article -> answer.addArticles(article.toBuilder().clearBodyHtml()));
        return answer.build();
    }

    /** The articles whose ids begin like the channel's; a channel without any is none. */
    private Message rss(Message request) {
        String channel = ((GetRssRequest) request).getChannel();
        troubles("rss-" + channel);
        var shown = articles.values().stream()
                .filter(article -> article.getId().startsWith(channel))
                .toList();
        if (shown.isEmpty()) {
            throw problem(ContentReason.CHANNEL_NOT_FOUND);
        }
        String titles = shown.stream().map(Article::getTitle).sorted().collect(Collectors.joining("</title><title>"));
        return GetRssResponse.newBuilder()
                .setFeed(HttpBody.newBuilder()
                        .setContentType("application/rss+xml;charset=utf-8")
                        .setData(ByteString.copyFromUtf8("<rss><title>" + titles + "</title></rss>")))
                .addAllArticleIds(shown.stream().map(Article::getId).toList())
                .addAllAuthorIds(shown.stream()
                        .flatMap(article -> article.getAuthorsList().stream())
                        .map(Author::getId)
                        .toList())
                .build();
    }

    private void troubles(String id) {
        CountDownLatch gate = gates.get(id);
        if (gate != null) {
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw Status.CANCELLED.asRuntimeException();
            }
        }
        Status failure = failures.get(id);
        if (failure != null) {
            throw failure.asRuntimeException();
        }
    }

    private static RuntimeException problem(ContentReason reason) {
        return ErrorStatuses.toStatus(new DomainException(reason, "There is no such article."), "content");
    }

    private static io.grpc.Metadata.Key<String> key(String name) {
        return io.grpc.Metadata.Key.of(name, io.grpc.Metadata.ASCII_STRING_MARSHALLER);
    }
}
