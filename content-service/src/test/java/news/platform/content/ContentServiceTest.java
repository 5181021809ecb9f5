package news.platform.content;

import static org.awaitility.Awaitility.await;

import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import news.platform.author.Authors;
import news.platform.content.v1.Article;
import news.platform.content.v1.ArticleServiceGrpc;
import news.platform.content.v1.ArticleServiceGrpc.ArticleServiceBlockingStub;
import news.platform.content.v1.CreateArticleRequest;
import news.platform.content.v1.GetArticleRequest;
import news.platform.content.v1.PublishArticleRequest;
import news.platform.test.PlatformTest;
import news.platform.test.TestCallee;
import news.platform.test.TestTokens;
import news.platform.test.event.SentEvents;
import news.platform.test.grpc.ServiceTwin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole service between a database, a broker and a user-service, seen as its callers see it. */
@PlatformTest(
        twins = "user",
        properties = {
            "news.work.poll=100ms",
            "news.author.names.fresh-for=0s",
            "news.content.store.folder=target/images"
        })
public abstract class ContentServiceTest {
    @Autowired
    private ServiceTwin userTwin;

    protected UsersTwin users;

    @Autowired
    private Authors authors;

    @Autowired
    protected SentEvents events;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected TestCallee callee;

    @BeforeEach
    void usersAreWell() {
        users = new UsersTwin(userTwin);
    }

    /** An outage holds calls back for a moment after it has ended: no other test is to meet that. */
    @AfterEach
    void usersAreAskedAgain() {
        if (users.wasAway()) {
            users.is(ServiceTwin.Mood.WELL);
            var someone = List.of(users.registered("Someone"));
            await().ignoreExceptionsInstanceOf(StatusRuntimeException.class)
                    .until(() -> authors.asked(someone).size() == 1);
        }
    }

    /** Articles as anybody sees them. */
    protected ArticleServiceBlockingStub anyone() {
        return ArticleServiceGrpc.newBlockingStub(callee.anonymous());
    }

    /** Articles as an editor sees them. */
    protected ArticleServiceBlockingStub editor() {
        return as("editor-1", "editor");
    }

    /** Articles as a user with these roles sees them. */
    protected ArticleServiceBlockingStub as(String userId, String... roles) {
        return ArticleServiceGrpc.newBlockingStub(callee.as(TestTokens.user(userId, roles)));
    }

    /** An editor's call with an Idempotency-Key. */
    protected ArticleServiceBlockingStub editorWithKey(String key) {
        var token = TestTokens.user("editor-1", "editor");
        return ArticleServiceGrpc.newBlockingStub(
                callee.with(Map.of("authorization", "Bearer " + token, "idempotency-key", key)));
    }

    /** A complete article, not yet saved. */
    protected static CreateArticleRequest.Builder story() {
        return CreateArticleRequest.newBuilder()
                .setTitle("Fed holds rates")
                .setSummary("No change, as expected.")
                .setBodyHtml("<p>The first paragraph.</p><p>The second.</p><p>The third.</p>")
                .setLang("en")
                .addChannelIds("global");
    }

    /** A tag that no other test uses. */
    protected static String freshTag() {
        return "t" + UUID.randomUUID().toString().substring(0, 18);
    }

    protected Article draft(CreateArticleRequest.Builder story) {
        return editor().createArticle(story.build()).getArticle();
    }

    protected Article published(CreateArticleRequest.Builder story) {
        var draft = draft(story);
        return editor().publishArticle(PublishArticleRequest.newBuilder()
                        .setArticleId(draft.getId())
                        .build())
                .getArticle();
    }

    protected Article read(ArticleServiceBlockingStub reader, String articleId) {
        return reader.getArticle(
                        GetArticleRequest.newBuilder().setArticleId(articleId).build())
                .getArticle();
    }
}
