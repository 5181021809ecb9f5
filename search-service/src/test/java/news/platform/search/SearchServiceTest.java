package news.platform.search;

import static org.awaitility.Awaitility.await;

import com.google.protobuf.Message;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import news.platform.comment.v1.ScreenTextsRequest;
import news.platform.comment.v1.ScreenTextsResponse;
import news.platform.comment.v1.ScreeningServiceGrpc;
import news.platform.content.v1.Article;
import news.platform.content.v1.ArticleServiceGrpc;
import news.platform.content.v1.BatchGetWholeArticlesRequest;
import news.platform.content.v1.BatchGetWholeArticlesResponse;
import news.platform.content.v1.Channel;
import news.platform.content.v1.ChannelServiceGrpc;
import news.platform.content.v1.ListChannelsResponse;
import news.platform.content.v1.ListWholeArticlesResponse;
import news.platform.content.v1.WholeArticle;
import news.platform.livenews.v1.ListLivesResponse;
import news.platform.livenews.v1.Live;
import news.platform.livenews.v1.LiveServiceGrpc;
import news.platform.messaging.Outbox;
import news.platform.proto.Timestamps;
import news.platform.search.index.Catalogue;
import news.platform.search.index.Headline;
import news.platform.search.index.Item;
import news.platform.search.v1.SearchHit;
import news.platform.search.v1.SearchRequest;
import news.platform.search.v1.SearchResponse;
import news.platform.search.v1.SearchServiceGrpc;
import news.platform.search.v1.SearchServiceGrpc.SearchServiceBlockingStub;
import news.platform.test.PlatformTest;
import news.platform.test.TestCallee;
import news.platform.test.grpc.ServiceTwin;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole service between a database, a broker and stand-ins of its neighbours, which have what a test gives them. */
@PlatformTest(
        twins = {"content", "livenews", "comment"},
        properties = {
            "news.search.index.folder=target/indexes/${random.uuid}",
            "news.search.index.refresh=20ms",
            "news.search.index.commit=200ms",
            "news.search.source.pause=50ms",
            "news.search.channel.refresh=200ms",
            "news.search.suggest.refresh=100ms",
            "news.search.trending.refresh=100ms",
            "news.search.trending.key=a secret"
        })
public abstract class SearchServiceTest {
    private static final int NEWEST = 5000;

    /** What content-service has, by id. */
    protected static final Map<String, WholeArticle> ARTICLES = new ConcurrentHashMap<>();

    /** What livenews-service has, by id. */
    protected static final Map<String, Live> LIVES = new ConcurrentHashMap<>();

    @Autowired
    protected ServiceTwin contentTwin;

    @Autowired
    protected ServiceTwin livenewsTwin;

    @Autowired
    protected ServiceTwin commentTwin;

    @Autowired
    protected TestCallee callee;

    @Autowired
    protected Catalogue catalogue;

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    protected void neighboursAreWell() {
        for (var twin : List.of(contentTwin, livenewsTwin, commentTwin)) {
            twin.is(ServiceTwin.Mood.WELL);
        }
        contentTwin.answer(ArticleServiceGrpc.getListWholeArticlesMethod(), _ -> ListWholeArticlesResponse.newBuilder()
                .addAllArticles(ARTICLES.values())
                .build());
        contentTwin.answer(ArticleServiceGrpc.getBatchGetWholeArticlesMethod(), SearchServiceTest::batch);
        contentTwin.answer(ChannelServiceGrpc.getListChannelsMethod(), _ -> ListChannelsResponse.newBuilder()
                .addChannels(Channel.newBuilder().setId("commodity"))
                .addChannels(Channel.newBuilder().setId("gold").setParentId("commodity"))
                .addChannels(Channel.newBuilder().setId("bars").setParentId("gold"))
                .build());
        livenewsTwin.answer(
                LiveServiceGrpc.getListLivesMethod(),
                _ -> ListLivesResponse.newBuilder().addAllLives(LIVES.values()).build());
        commentTwin.answer(ScreeningServiceGrpc.getScreenTextsMethod(), SearchServiceTest::screened);
        await().until(() -> catalogue.isComplete());
    }

    /** The service as anybody sees it. */
    protected SearchServiceBlockingStub anyone() {
        return SearchServiceGrpc.newBlockingStub(callee.anonymous());
    }

    protected SearchResponse search(UnaryOperator<SearchRequest.Builder> how) {
        return anyone().search(how.apply(SearchRequest.newBuilder()).build());
    }

    protected SearchResponse search(String q) {
        return search(request -> request.setQ(q));
    }

    protected List<String> found(String q) {
        return search(q).getHitsList().stream().map(SearchHit::getId).toList();
    }

    /** Happens, as owners tell it. */
    protected void happens(Message event) {
        transaction.executeWithoutResult(_ -> outbox.publish(event));
    }

    /** Has them be there to be found. */
    protected void have(Item... items) {
        catalogue.put(List.of(items));
        var keys = Arrays.stream(items).map(Item::key).toList();
        await().until(() ->
                catalogue.newest(NEWEST).stream().map(Headline::key).toList().containsAll(keys));
    }

    /** A word that no other test uses. */
    protected static String freshWord() {
        return "w" + UUID.randomUUID().toString().replaceAll("[^a-z]", "") + "x";
    }

    protected static String freshId() {
        return UUID.randomUUID().toString();
    }

    /** An article that readers have since a minute. */
    protected static Article.Builder article(String id, String title, String body) {
        return Article.newBuilder()
                .setId(id)
                .setTitle(title)
                .setBodyHtml("<p>" + body + "</p>")
                .setLang("en")
                .addChannelIds("global")
                .setPublishTime(Timestamps.of(minutesAgo(1)));
    }

    protected static Instant minutesAgo(int minutes) {
        return Instant.now().minus(minutes, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MICROS);
    }

    private static BatchGetWholeArticlesResponse batch(BatchGetWholeArticlesRequest request) {
        var response = BatchGetWholeArticlesResponse.newBuilder();
        for (var id : request.getIdsList()) {
            var article = ARTICLES.get(id);
            if (article == null) {
                response.addMissing(id);
            } else {
                response.addArticles(article);
            }
        }
        return response.build();
    }

    private static ScreenTextsResponse screened(ScreenTextsRequest request) {
        return ScreenTextsResponse.newBuilder()
                .addAllHarmless(request.getTextsList().stream()
                        .filter(text -> !text.contains("forbidden"))
                        .toList())
                .build();
    }
}
