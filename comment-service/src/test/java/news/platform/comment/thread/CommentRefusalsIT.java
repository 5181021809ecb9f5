package news.platform.comment.thread;

import static news.platform.test.grpc.Refusals.assertInvalid;
import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import news.platform.comment.CommentServiceTest;
import news.platform.comment.v1.Comment;
import news.platform.comment.v1.CommentChange;
import news.platform.comment.v1.DeleteCommentRequest;
import news.platform.comment.v1.ListCommentsRequest;
import news.platform.comment.v1.ListMyCommentsRequest;
import news.platform.comment.v1.UpdateCommentRequest;
import news.platform.test.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CommentRefusalsIT extends CommentServiceTest {
    @Autowired
    private TestClock clock;

    private final String target = freshTarget();
    private final String ann = freshUser();
    private final String bob = freshUser();

    @Test
    void namesTheFieldThatIsWrong() {
        assertInvalid(() -> said(ann, "articles", "Yes."), "target");
        assertInvalid(() -> said(ann, "users/1", "Yes."), "target");
        assertInvalid(() -> said(ann, target, ""), "text");
        assertInvalid(() -> said(ann, target, " \u200b\n\u3164"), "text");
        assertInvalid(() -> said(ann, target, "x".repeat(2001)), "text");
        assertInvalid(
                () -> anyone().listComments(ListCommentsRequest.newBuilder()
                        .setTarget(target)
                        .setOrder("best")
                        .setPageSize(-1)
                        .build()),
                "order",
                "pageSize");
        assertInvalid(() -> edited(ann, said(ann, target, "Yes."), "", ""), "comment.text");
    }

    @Test
    void takesTextsOfTwoThousandCharactersWhateverTheyAre() {
        var text = "\uD83D\uDE80".repeat(2000);

        assertThat(said(ann, target, text).getText()).isEqualTo(text);
    }

    @Test
    void answersOnlyWhatIsSaidThere() {
        var elsewhere = said(ann, freshTarget(), "Rates will fall.");

        assertInvalid(
                () -> as(bob).createComment(saying(target, "Why?")
                        .setReplyToId(elsewhere.getId())
                        .build()),
                "replyToId");
        assertRefused("COMMENT_NOT_FOUND", () -> as(bob).createComment(
                        saying(target, "Why?").setReplyToId("none").build()));
    }

    @Test
    void changesWhatItsAuthorSaidWithinFiveMinutes() {
        var comment = said(ann, target, "Rates will fall.");
        clock.advance(Duration.ofMinutes(4));

        var edited = edited(ann, comment, "Rates will rise.", comment.getEtag());

        assertThat(edited.getText()).isEqualTo("Rates will rise.");
        assertThat(edited.getEdited()).isTrue();
        assertThat(list(anyone(), target).getComments(0).getText()).isEqualTo("Rates will rise.");
        assertRefused("ETAG_MISMATCH", () -> edited(ann, comment, "Rates will stay.", comment.getEtag()));
        assertRefused("NOT_THE_AUTHOR", () -> edited(bob, comment, "Rates will stay.", ""));
        assertRefused(
                "COMMENT_NOT_FOUND",
                () -> edited(ann, Comment.newBuilder().setId("none").build(), "No.", ""));
        clock.advance(Duration.ofMinutes(2));
        assertThat(edited(ann, comment, "Rates will rise.", "")).isEqualTo(edited);
        assertRefused("EDIT_CLOSED", () -> edited(ann, comment, "Rates will stay.", ""));
    }

    @Test
    void deletesOnlyOnesOwn() {
        var comment = said(ann, target, "Rates will fall.");

        assertRefused("NOT_THE_AUTHOR", () -> delete(bob, comment, ""));
        assertRefused("ETAG_MISMATCH", () -> delete(ann, comment, "v7"));
        assertRefused(
                "COMMENT_NOT_FOUND",
                () -> delete(ann, Comment.newBuilder().setId("none").build(), ""));
        delete(ann, comment, comment.getEtag());
        assertRefused("COMMENT_DELETED", () -> edited(ann, comment, "Rates will stay.", ""));
    }

    @Test
    void letsNobodySayTheSameAgainWithinTenMinutes() {
        said(ann, target, "Yes.");
        said(ann, target, "This is a text that says something.");

        assertRefused("DUPLICATE_COMMENT", () -> said(ann, target, "Yes."));
        assertRefused("DUPLICATE_COMMENT", () -> said(ann, freshTarget(), "This is a text that says something."));
        said(ann, freshTarget(), "Yes.");
        said(bob, target, "Yes.");
        jdbc.sql("update comment set create_time = create_time - interval '11 minutes' where author_id = :author")
                .param("author", ann)
                .update();
        said(ann, target, "Yes.");
    }

    @Test
    void letsNobodySayMoreThanTwentyThingsAMinute() {
        IntStream.range(0, 20).forEach(number -> said(ann, target, "Number " + number));

        assertRefused("TOO_MANY_COMMENTS", () -> said(ann, target, "Number 20"));
        said(bob, target, "Number 20");
        clock.advance(Duration.ofSeconds(61));
        said(ann, target, "Number 20");
    }

    @Test
    void letsNobodyPassTheLimitByWritingAtOnce() {
        var all = new ArrayList<Future<Comment>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 30)
                    .forEach(number -> all.add(threads.submit(() -> said(ann, target, "Number " + number))));
        }

        assertThat(all).filteredOn(one -> one.state() == Future.State.SUCCESS).hasSize(20);
        assertThat(as(ann).listMyComments(ListMyCommentsRequest.newBuilder()
                                .setPageSize(50)
                                .build())
                        .getCommentsList())
                .hasSize(20);
    }

    private Comment edited(String userId, Comment comment, String text, String etag) {
        return as(userId)
                .updateComment(UpdateCommentRequest.newBuilder()
                        .setCommentId(comment.getId())
                        .setComment(CommentChange.newBuilder().setText(text))
                        .setEtag(etag)
                        .build())
                .getComment();
    }

    private void delete(String userId, Comment comment, String etag) {
        as(userId)
                .deleteComment(DeleteCommentRequest.newBuilder()
                        .setCommentId(comment.getId())
                        .setEtag(etag)
                        .build());
    }
}
