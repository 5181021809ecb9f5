package news.platform.comment;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import news.platform.comment.v1.Comment;
import news.platform.comment.v1.CommentServiceGrpc;
import news.platform.comment.v1.CommentServiceGrpc.CommentServiceBlockingStub;
import news.platform.comment.v1.CreateCommentRequest;
import news.platform.comment.v1.ListCommentsRequest;
import news.platform.comment.v1.ListCommentsResponse;
import news.platform.comment.v1.ListRepliesRequest;
import news.platform.content.v1.Article;
import news.platform.content.v1.ArticleServiceGrpc;
import news.platform.content.v1.GetArticleResponse;
import news.platform.test.PlatformTest;
import news.platform.test.TestCallee;
import news.platform.test.TestTokens;
import news.platform.test.event.SentEvents;
import news.platform.test.grpc.ServiceTwin;
import news.platform.user.v1.BatchGetUsersRequest;
import news.platform.user.v1.BatchGetUsersResponse;
import news.platform.user.v1.User;
import news.platform.user.v1.UserServiceGrpc;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole service between a database, a broker and stand-ins of its neighbours, seen as its callers see it. Users are called as
 * their id says; every article is there.
 */
@PlatformTest(
        twins = {"user", "content", "livenews"},
        properties = {"news.work.poll=100ms", "news.author.names.fresh-for=0s"})
public abstract class CommentServiceTest {
    @Autowired
    protected ServiceTwin userTwin;

    @Autowired
    protected ServiceTwin contentTwin;

    @Autowired
    protected ServiceTwin livenewsTwin;

    @Autowired
    protected SentEvents events;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected TestCallee callee;

    @BeforeEach
    void neighboursAreWell() {
        for (var twin : List.of(userTwin, contentTwin, livenewsTwin)) {
            twin.is(ServiceTwin.Mood.WELL);
        }
        userTwin.answer(UserServiceGrpc.getBatchGetUsersMethod(), CommentServiceTest::named);
        contentTwin.answer(ArticleServiceGrpc.getGetArticleMethod(), request -> GetArticleResponse.newBuilder()
                .setArticle(Article.newBuilder().setId(request.getArticleId()))
                .build());
    }

    /** Comments as anybody sees them. */
    protected CommentServiceBlockingStub anyone() {
        return CommentServiceGrpc.newBlockingStub(callee.anonymous());
    }

    /** Comments as this user sees them. */
    protected CommentServiceBlockingStub as(String userId) {
        return CommentServiceGrpc.newBlockingStub(callee.as(TestTokens.user(userId, "reader")));
    }

    /** The same with an Idempotency-Key. */
    protected CommentServiceBlockingStub withKey(String userId, String key) {
        return CommentServiceGrpc.newBlockingStub(callee.with(
                Map.of("authorization", "Bearer " + TestTokens.user(userId, "reader"), "idempotency-key", key)));
    }

    /** An article that no other test uses. */
    protected static String freshTarget() {
        return "articles/" + UUID.randomUUID();
    }

    /** A user that no other test uses. */
    protected static String freshUser() {
        return "user-" + UUID.randomUUID();
    }

    protected static CreateCommentRequest.Builder saying(String target, String text) {
        return CreateCommentRequest.newBuilder().setTarget(target).setText(text);
    }

    protected Comment said(String userId, String target, String text) {
        return as(userId).createComment(saying(target, text).build()).getComment();
    }

    protected Comment answered(String userId, Comment comment, String text) {
        return as(userId)
                .createComment(saying(comment.getTarget(), text)
                        .setReplyToId(comment.getId())
                        .build())
                .getComment();
    }

    protected static ListCommentsResponse list(CommentServiceBlockingStub reader, String target) {
        return reader.listComments(ListCommentsRequest.newBuilder()
                .setTarget(target)
                .setOrder("new")
                .build());
    }

    protected static List<Comment> replies(CommentServiceBlockingStub reader, String rootId) {
        return reader.listReplies(
                        ListRepliesRequest.newBuilder().setCommentId(rootId).build())
                .getCommentsList();
    }

    private static BatchGetUsersResponse named(BatchGetUsersRequest request) {
        var response = BatchGetUsersResponse.newBuilder();
        request.getIdsList()
                .forEach(id -> response.addUsers(User.newBuilder().setId(id).setDisplayName("Name of " + id)));
        return response.build();
    }
}
