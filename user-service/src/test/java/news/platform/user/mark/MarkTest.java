package news.platform.user.mark;

import static org.awaitility.Awaitility.await;

import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import news.platform.content.v1.Article;
import news.platform.content.v1.ArticleServiceGrpc;
import news.platform.content.v1.BatchGetArticlesRequest;
import news.platform.content.v1.BatchGetArticlesResponse;
import news.platform.livenews.v1.BatchGetLivesRequest;
import news.platform.livenews.v1.BatchGetLivesResponse;
import news.platform.livenews.v1.Live;
import news.platform.livenews.v1.LiveServiceGrpc;
import news.platform.test.PlatformTest;
import news.platform.test.TestCallee;
import news.platform.test.TestTokens;
import news.platform.test.event.SentEvents;
import news.platform.test.grpc.ServiceTwin;
import news.platform.user.Visitor;
import news.platform.user.v1.AddBookmarkRequest;
import news.platform.user.v1.Bookmark;
import news.platform.user.v1.DeleteBookmarkRequest;
import news.platform.user.v1.ListBookmarksRequest;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service and stand-ins for content-service and livenews-service. */
@PlatformTest(twins = {"content", "livenews"})
abstract class MarkTest {
    private static final Metadata.Key<String> DEGRADED =
            Metadata.Key.of("x-degraded", Metadata.ASCII_STRING_MARSHALLER);

    /** What content-service has: id → title. */
    final Map<String, String> articles = new ConcurrentHashMap<>();

    /** What livenews-service has, by id. */
    final Map<String, Live> lives = new ConcurrentHashMap<>();

    @Autowired
    TestCallee callee;

    @Autowired
    ServiceTwin contentTwin;

    @Autowired
    ServiceTwin livenewsTwin;

    @Autowired
    SentEvents events;

    @Autowired
    JdbcClient jdbc;

    String userId;
    Visitor reader;

    @BeforeEach
    void register() {
        userId = Visitor.of(callee).register(Visitor.newEmail()).getId();
        reader = user(userId);
        contentTwin.is(ServiceTwin.Mood.WELL);
        contentTwin.answer(ArticleServiceGrpc.getBatchGetArticlesMethod(), this::batchGet);
        livenewsTwin.is(ServiceTwin.Mood.WELL);
        livenewsTwin.answer(LiveServiceGrpc.getBatchGetLivesMethod(), this::batchGetLives);
    }

    Visitor user(String id) {
        return Visitor.of(callee).with(TestTokens.user(id, "reader"));
    }

    /** The id of an article that readers have. */
    String article(String title) {
        var id = "article-" + UUID.randomUUID();
        articles.put(id, title);
        return id;
    }

    /** The id of a live that readers have. */
    String live(String title, String contentText) {
        var id = "live-" + UUID.randomUUID();
        lives.put(
                id,
                Live.newBuilder()
                        .setId(id)
                        .setTitle(title)
                        .setContentText(contentText)
                        .build());
        return id;
    }

    static void bookmark(Visitor user, String type, String id) {
        user.bookmarks()
                .addBookmark(
                        AddBookmarkRequest.newBuilder().setType(type).setId(id).build());
    }

    static void removeBookmark(Visitor user, String type, String id) {
        user.bookmarks()
                .deleteBookmark(DeleteBookmarkRequest.newBuilder()
                        .setType(type)
                        .setId(id)
                        .build());
    }

    List<Bookmark> bookmarks() {
        return reader.bookmarks()
                .listBookmarks(ListBookmarksRequest.getDefaultInstance())
                .getBookmarksList();
    }

    /** The service that the list does without. */
    Optional<String> degraded() {
        var headers = new AtomicReference<Metadata>();
        reader.bookmarks()
                .withInterceptors(MetadataUtils.newCaptureMetadataInterceptor(headers, new AtomicReference<>()))
                .listBookmarks(ListBookmarksRequest.getDefaultInstance());
        return Optional.ofNullable(headers.get().get(DEGRADED));
    }

    /** Another test's outage may hold back the calls of this one: the breaker closes a moment after it ends. */
    void awaitTitles() {
        await().until(() -> degraded().isEmpty());
    }

    private BatchGetArticlesResponse batchGet(BatchGetArticlesRequest request) {
        var response = BatchGetArticlesResponse.newBuilder();
        for (var id : request.getIdsList()) {
            var title = articles.get(id);
            if (title == null) {
                response.addMissing(id);
            } else {
                response.addArticles(Article.newBuilder().setId(id).setTitle(title));
            }
        }
        return response.build();
    }

    private BatchGetLivesResponse batchGetLives(BatchGetLivesRequest request) {
        var response = BatchGetLivesResponse.newBuilder();
        request.getIdsList().stream().map(lives::get).filter(Objects::nonNull).forEach(response::addLives);
        return response.build();
    }
}
