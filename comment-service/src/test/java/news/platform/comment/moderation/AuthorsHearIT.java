package news.platform.comment.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import news.platform.comment.v1.Comment;
import news.platform.comment.v1.CommentDecided;
import news.platform.comment.v1.CommentLiked;
import news.platform.comment.v1.Decision;
import news.platform.comment.v1.DeleteCommentRequest;
import news.platform.comment.v1.LikeCommentRequest;
import news.platform.comment.v1.ReactionServiceGrpc;
import news.platform.comment.v1.ReplyShown;
import news.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

/** What those who wrote comments can be told. */
class AuthorsHearIT extends ModerationServiceTest {
    @Test
    void ofAnswersThatReadersSee() {
        var comment = said(ann, target, "Rates will fall.");
        var answer = answered(bob, comment, "They will not.");
        var own = answered(ann, comment, "We shall see.");

        assertThat(events.of(ReplyShown.getDefaultInstance(), answer.getId()))
                .extracting(
                        ReplyShown::getTarget,
                        ReplyShown::getAuthorId,
                        ReplyShown::getAnsweredAuthorId,
                        ReplyShown::getText)
                .containsExactly(tuple(target, bob, ann, "They will not."));
        assertThat(events.facts(own.getId())).isEmpty();
        assertThat(events.facts(comment.getId())).isEmpty();

        as(bob).deleteComment(DeleteCommentRequest.newBuilder()
                .setCommentId(answer.getId())
                .build());
        assertThat(events.facts(answer.getId())).containsExactly("reply-shown 1", "reply-hidden 2", "withdrawn 2");
    }

    @Test
    void ofAnswersThatWereHeldBackOnceTheyAreShown() {
        var comment = said(ann, target, "Rates will fall.");
        var held = answered(bob, comment, "快来加V信吧");
        assertThat(events.facts(held.getId())).isEmpty();

        decide(moderator, held, Decision.DECISION_APPROVE, "");

        assertThat(events.facts(held.getId())).containsExactly("reply-shown 2", "decided 2");
    }

    @Test
    void ofDecisionsAndWhy() {
        var comment = said(ann, target, "Rates will fall.");
        decide(moderator, comment, Decision.DECISION_APPROVE, "");
        assertThat(events.facts(comment.getId())).isEmpty();

        decide(moderator, comment, Decision.DECISION_REJECT, "Off topic.");
        appeal(ann, comment);
        decide(another, comment, Decision.DECISION_APPROVE, "");

        assertThat(events.of(CommentDecided.getDefaultInstance(), comment.getId()))
                .extracting(CommentDecided::getAuthorId, CommentDecided::getShown, CommentDecided::getReason)
                .containsExactly(tuple(ann, false, "Off topic."), tuple(ann, true, ""));
    }

    @Test
    void ofLikesButTheirOwn() {
        var comment = said(ann, target, "Rates will fall.");
        like(ann, comment);
        like(bob, comment);
        like(another, comment);

        await().untilAsserted(() -> assertThat(events.of(CommentLiked.getDefaultInstance(), comment.getId()))
                .last()
                .extracting(CommentLiked::getAuthorId, CommentLiked::getTarget, CommentLiked::getLikeCount)
                .containsExactly(ann, target, 2L));
    }

    private void like(String userId, Comment comment) {
        ReactionServiceGrpc.newBlockingStub(callee.as(TestTokens.user(userId, "reader")))
                .likeComment(LikeCommentRequest.newBuilder()
                        .setCommentId(comment.getId())
                        .build());
    }
}
