package news.platform.comment.reaction;

import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import news.platform.comment.CommentServiceTest;
import news.platform.comment.targets.Target;
import news.platform.comment.v1.Comment;
import news.platform.comment.v1.DeleteCommentRequest;
import news.platform.comment.v1.LikeArticleRequest;
import news.platform.comment.v1.LikeCommentRequest;
import news.platform.comment.v1.ReactionServiceGrpc;
import news.platform.comment.v1.ReactionServiceGrpc.ReactionServiceBlockingStub;
import news.platform.comment.v1.TargetChanged;
import news.platform.comment.v1.UnlikeArticleRequest;
import news.platform.comment.v1.UnlikeCommentRequest;
import news.platform.content.v1.ArticleServiceGrpc;
import news.platform.content.v1.ContentReason;
import news.platform.error.DomainException;
import news.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

class LikesIT extends CommentServiceTest {
    private final String target = freshTarget();
    private final String articleId = Target.of(target).id();
    private final String ann = freshUser();
    private final String bob = freshUser();

    @Test
    void countsEachUserOnceAndTellsThemSo() {
        var comment = said(ann, target, "Rates will fall.");

        like(ann, comment.getId());
        like(bob, comment.getId());
        like(bob, comment.getId());

        assertThat(only(bob).getLikeCount()).isEqualTo(2);
        assertThat(only(bob).getLikedByMe()).isTrue();
        assertThat(list(anyone(), target).getComments(0).getLikeCount()).isEqualTo(2);
        assertThat(list(anyone(), target).getComments(0).getLikedByMe()).isFalse();

        unlike(bob, comment.getId());
        unlike(bob, comment.getId());
        unlike(bob, "none");
        assertThat(only(bob).getLikeCount()).isOne();
        assertThat(only(bob).getLikedByMe()).isFalse();
    }

    @Test
    void likesWhatReadersSeeAlone() {
        var comment = said(ann, target, "Rates will fall.");
        as(ann).deleteComment(DeleteCommentRequest.newBuilder()
                .setCommentId(comment.getId())
                .build());

        assertRefused("COMMENT_NOT_FOUND", () -> like(bob, "none"));
        assertRefused("COMMENT_DELETED", () -> like(bob, comment.getId()));
    }

    @Test
    void countsLikesOfArticles() {
        likeArticle(ann);
        likeArticle(ann);
        likeArticle(bob);

        assertThat(list(as(ann), target).getLikeCount()).isEqualTo(2);
        assertThat(list(as(ann), target).getLikedByMe()).isTrue();
        assertThat(list(anyone(), target).getLikedByMe()).isFalse();
        unlikeArticle(ann);
        unlikeArticle(ann);
        assertThat(list(as(ann), target).getLikeCount()).isOne();
        await().untilAsserted(() -> assertThat(events.of(TargetChanged.getDefaultInstance(), target))
                .last()
                .extracting(TargetChanged::getLikeCount)
                .isEqualTo(1L));
    }

    @Test
    void likesNoArticleThatReadersDoNotHave() {
        contentTwin.answer(ArticleServiceGrpc.getGetArticleMethod(), _ -> {
            throw new DomainException(ContentReason.ARTICLE_NOT_FOUND, "no such article");
        });

        assertRefused("ARTICLE_NOT_FOUND", () -> likeArticle(ann));
        unlikeArticle(ann);
    }

    @Test
    void tellsTheOthersOfTheTargetWhenACommentIsLiked() {
        var comment = said(ann, target, "Rates will fall.");
        await().untilAsserted(() -> assertThat(told()).isOne());

        like(bob, comment.getId());

        await().untilAsserted(() -> assertThat(told()).isEqualTo(2));
    }

    private int told() {
        return events.of(TargetChanged.getDefaultInstance(), target).size();
    }

    private Comment only(String userId) {
        return list(as(userId), target).getComments(0);
    }

    private ReactionServiceBlockingStub reactions(String userId) {
        return ReactionServiceGrpc.newBlockingStub(callee.as(TestTokens.user(userId, "reader")));
    }

    private void like(String userId, String commentId) {
        reactions(userId)
                .likeComment(
                        LikeCommentRequest.newBuilder().setCommentId(commentId).build());
    }

    private void unlike(String userId, String commentId) {
        reactions(userId)
                .unlikeComment(UnlikeCommentRequest.newBuilder()
                        .setCommentId(commentId)
                        .build());
    }

    private void likeArticle(String userId) {
        reactions(userId)
                .likeArticle(
                        LikeArticleRequest.newBuilder().setArticleId(articleId).build());
    }

    private void unlikeArticle(String userId) {
        reactions(userId)
                .unlikeArticle(UnlikeArticleRequest.newBuilder()
                        .setArticleId(articleId)
                        .build());
    }
}
