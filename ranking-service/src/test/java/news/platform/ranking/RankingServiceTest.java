package news.platform.ranking;

import static org.awaitility.Awaitility.await;

import com.google.protobuf.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import news.platform.comment.v1.TargetChanged;
import news.platform.content.v1.Article;
import news.platform.content.v1.ArticlePublished;
import news.platform.content.v1.ArticleRecalled;
import news.platform.content.v1.ArticleServiceGrpc;
import news.platform.content.v1.BatchGetArticlesRequest;
import news.platform.content.v1.BatchGetArticlesResponse;
import news.platform.content.v1.Channel;
import news.platform.content.v1.ChannelServiceGrpc;
import news.platform.content.v1.ListChannelsResponse;
import news.platform.livenews.v1.BatchGetLivesResponse;
import news.platform.livenews.v1.Live;
import news.platform.livenews.v1.LiveServiceGrpc;
import news.platform.messaging.Outbox;
import news.platform.messaging.signal.Signals;
import news.platform.proto.Timestamps;
import news.platform.ranking.v1.EditorialServiceGrpc;
import news.platform.ranking.v1.EditorialServiceGrpc.EditorialServiceBlockingStub;
import news.platform.ranking.v1.RankingServiceGrpc;
import news.platform.ranking.v1.RankingServiceGrpc.RankingServiceBlockingStub;
import news.platform.ranking.v1.RecordViewRequest;
import news.platform.test.PlatformTest;
import news.platform.test.TestCallee;
import news.platform.test.TestClock;
import news.platform.test.TestTokens;
import news.platform.test.event.SentEvents;
import news.platform.test.grpc.ServiceTwin;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The whole service between a database, a broker and stand-ins of the owners, seen as its callers see it. The owners show every
 * live, and every article that was not recalled.
 */
@PlatformTest(
        twins = {"content", "livenews"},
        properties = "news.ranking.feed.every=50ms")
public abstract class RankingServiceTest {
    private static final Set<String> RECALLED = ConcurrentHashMap.newKeySet();
    private static final AtomicLong VERSIONS = new AtomicLong(1);

    @Autowired
    protected ServiceTwin contentTwin;

    @Autowired
    protected ServiceTwin livenewsTwin;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected Signals signals;

    @Autowired
    protected SentEvents events;

    @Autowired
    protected TestCallee callee;

    @Autowired
    protected TestClock clock;

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void ownersAreWell() {
        contentTwin.is(ServiceTwin.Mood.WELL);
        livenewsTwin.is(ServiceTwin.Mood.WELL);
        contentTwin.answer(ArticleServiceGrpc.getBatchGetArticlesMethod(), RankingServiceTest::articles);
        contentTwin.answer(ChannelServiceGrpc.getListChannelsMethod(), _ -> ListChannelsResponse.newBuilder()
                .addChannels(Channel.newBuilder().setId("tech"))
                .addChannels(Channel.newBuilder().setId("commodity"))
                .addChannels(Channel.newBuilder().setId("gold").setParentId("commodity"))
                .build());
        livenewsTwin.answer(LiveServiceGrpc.getBatchGetLivesMethod(), request -> BatchGetLivesResponse.newBuilder()
                .addAllLives(request.getIdsList().stream()
                        .map(id -> Live.newBuilder().setId(id).build())
                        .toList())
                .build());
    }

    protected RankingServiceBlockingStub anyone() {
        return RankingServiceGrpc.newBlockingStub(callee.anonymous());
    }

    protected EditorialServiceBlockingStub editor() {
        return EditorialServiceGrpc.newBlockingStub(callee.as(TestTokens.user("editor-1", "editor")));
    }

    /** An id that no other test uses. */
    protected static String freshId() {
        return UUID.randomUUID().toString();
    }

    /** As the edge sends it. */
    protected void viewed(String articleId, String viewer, String network) {
        signals.send(RecordViewRequest.newBuilder().setArticleId(articleId).build(), viewer, network);
    }

    /** The first signal of all, which is lost, makes the topic known. */
    protected void topicIsKnown() {
        String first = freshId();
        await().until(() -> {
            viewed(first, freshId(), freshId());
            return views(first) > 0;
        });
    }

    /** How many views are counted. */
    protected long views(String articleId) {
        return jdbc.sql("select views from engagement where target = 'articles/' || :id")
                .param("id", articleId)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** An article that was published so long ago. */
    protected Article.Builder article(String title, Duration ago) {
        return Article.newBuilder()
                .setId(freshId())
                .setTitle(title)
                .addChannelIds("global")
                .setPublishTime(Timestamps.of(before(ago)));
    }

    protected Instant before(Duration ago) {
        return clock.instant().minus(ago);
    }

    /** The id of the article, which the service has heard of. */
    protected String published(Article.Builder article) {
        long version = VERSIONS.incrementAndGet();
        happened(ArticlePublished.newBuilder()
                .setArticleId(article.getId())
                .setVersion(version)
                .setArticle(article)
                .build());
        await().until(() -> version("articles", article.getId()) == version);
        return article.getId();
    }

    protected void recalled(String articleId) {
        RECALLED.add(articleId);
        long version = VERSIONS.incrementAndGet();
        happened(ArticleRecalled.newBuilder()
                .setArticleId(articleId)
                .setVersion(version)
                .setRecallTime(Timestamps.of(clock.instant()))
                .build());
        await().until(() -> version("articles", articleId) == version);
    }

    /** What readers say of it and how many like it, which the service has heard of. */
    protected void said(String target, long comments, long likes) {
        long version = VERSIONS.incrementAndGet();
        happened(TargetChanged.newBuilder()
                .setTarget(target)
                .setVersion(version)
                .setCommentCount(comments)
                .setLikeCount(likes)
                .build());
        await().until(() -> jdbc.sql("select target_version from engagement where target = :target")
                .param("target", target)
                .query(Long.class)
                .optional()
                .filter(heard -> heard == version)
                .isPresent());
    }

    /** Others tell. */
    protected void happened(Message event) {
        transaction.executeWithoutResult(_ -> outbox.publish(event));
    }

    /** Of the event that the service heard last of it; 0 where it has heard of none. */
    protected long version(String type, String id) {
        return jdbc.sql("select version from item where type = :type and id = :id")
                .param("type", type)
                .param("id", id)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private static BatchGetArticlesResponse articles(BatchGetArticlesRequest request) {
        var response = BatchGetArticlesResponse.newBuilder();
        for (var id : request.getIdsList()) {
            if (RECALLED.contains(id)) {
                response.addMissing(id);
            } else {
                response.addArticles(Article.newBuilder().setId(id).setTitle("Title of " + id));
            }
        }
        return response.build();
    }
}
