package news.platform.comment.moderation;

import static news.platform.test.grpc.Refusals.assertInvalid;
import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import news.platform.comment.v1.AuditEntry;
import news.platform.comment.v1.AuditServiceGrpc;
import news.platform.comment.v1.Comment;
import news.platform.comment.v1.CommentState;
import news.platform.comment.v1.CommentWithdrawn;
import news.platform.comment.v1.DecideCommentRequest;
import news.platform.comment.v1.Decision;
import news.platform.comment.v1.DeleteCommentRequest;
import news.platform.comment.v1.ListAuditEntriesRequest;
import news.platform.comment.v1.ListMyCommentsRequest;
import news.platform.comment.v1.QueueItem;
import news.platform.comment.v1.UserBanned;
import news.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

/** What is held back, and how moderators decide it. */
class ModerationIT extends ModerationServiceTest {
    @Test
    void showsWhatIsHeldBackToItsAuthorAlone() {
        var held = said(ann, target, "快来加V信吧");

        assertThat(held.getState()).isEqualTo(CommentState.COMMENT_STATE_PENDING);
        assertThat(held.getReason()).isNotEmpty();
        assertThat(list(as(ann), target).getCommentsList())
                .extracting(Comment::getId)
                .containsExactly(held.getId());
        assertThat(list(as(bob), target).getCommentsList()).isEmpty();
        assertThat(list(anyone(), target).getCommentsList()).isEmpty();
        assertThat(list(anyone(), target).getCommentCount()).isZero();
        assertRefused("COMMENT_NOT_FOUND", () -> answered(bob, held, "Where?"));
        assertThat(queue("pending")).singleElement().satisfies(item -> {
            assertThat(item.getId()).isEqualTo(held.getId());
            assertThat(item.getCause()).isEqualTo("SCREENING");
            assertThat(item.getCategoriesList()).containsExactly("ads");
            assertThat(item.getScore()).isGreaterThanOrEqualTo(50);
        });
    }

    @Test
    void rejectsByItselfWhatSaysTooMuch() {
        var rejected = said(ann, target, SPAM + "，日赚一夜暴富");

        assertThat(rejected.getState()).isEqualTo(CommentState.COMMENT_STATE_REJECTED);
        assertThat(list(as(ann), target).getCommentsList()).isEmpty();
        assertThat(as(ann).listMyComments(ListMyCommentsRequest.getDefaultInstance())
                        .getCommentsList())
                .containsExactly(rejected);
        assertThat(actions(rejected.getId())).containsExactly("SCREENED_OUT");
    }

    @Test
    void letsOneModeratorAtATimeDecide() {
        var held = said(ann, target, SPAM);

        var item = claim(moderator, held);
        assertThat(item.getClaimedBy()).isEqualTo(moderator);
        assertThat(claim(moderator, held).getClaimedBy()).isEqualTo(moderator);
        assertRefused("ALREADY_CLAIMED", () -> claim(another, held));
        assertRefused("ALREADY_CLAIMED", () -> decide(another, held, Decision.DECISION_APPROVE, ""));
        jdbc.sql("update review set claim_until = claim_until - interval '11 minutes' where comment_id = :id")
                .param("id", held.getId())
                .update();
        assertThat(claim(another, held).getClaimedBy()).isEqualTo(another);
        decide(another, held, Decision.DECISION_APPROVE, "");

        assertThat(list(anyone(), target).getComments(0).getId()).isEqualTo(held.getId());
        assertThat(queue("")).isEmpty();
        assertRefused("NOT_IN_QUEUE", () -> claim(moderator, held));
        assertThat(actions(held.getId())).containsExactly("HELD", "CLAIMED", "CLAIMED", "CLAIMED", "APPROVED");
    }

    @Test
    void neverGivesOneItemToTwoModerators() {
        var held = said(ann, target, SPAM);
        var claims = new ArrayList<Future<QueueItem>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 16).forEach(_ -> {
                var one = freshUser();
                claims.add(threads.submit(() -> claim(one, held)));
            });
        }

        assertThat(claims)
                .filteredOn(claim -> claim.state() == Future.State.SUCCESS)
                .hasSize(1);
    }

    @Test
    void tellsTheAuthorWhySomethingIsNotShownAndLooksAtItOnceMore() {
        var comment = said(ann, target, "Rates will fall.");
        var rejected = decide(moderator, comment, Decision.DECISION_REJECT, "Off topic.");

        assertThat(rejected.getState()).isEqualTo(CommentState.COMMENT_STATE_REJECTED);
        assertThat(list(anyone(), target).getCommentsList()).isEmpty();
        assertThat(own(ann).getReason()).isEqualTo("Off topic.");
        assertRefused("EDIT_CLOSED", () -> edit(ann, comment, "Rates will rise."));
        assertRefused("COMMENT_NOT_FOUND", () -> appeal(bob, comment));

        appeal(ann, comment);
        assertThat(queue("appealed")).extracting(QueueItem::getId).containsExactly(comment.getId());
        assertRefused("ALREADY_APPEALED", () -> appeal(ann, comment));
        decide(another, comment, Decision.DECISION_APPROVE, "");

        assertThat(list(anyone(), target).getComments(0).getReason()).isEmpty();
        assertRefused("NOT_REJECTED", () -> appeal(ann, comment));
    }

    @Test
    void bansWhoWasRejectedAndTellsUserService() {
        var held = said(ann, target, SPAM);

        moderation(moderator)
                .decideComment(DecideCommentRequest.newBuilder()
                        .setCommentId(held.getId())
                        .setDecision(Decision.DECISION_REJECT)
                        .setReason("Spam.")
                        .setBanDays(7)
                        .build());

        assertRefused("AUTHOR_BANNED", () -> said(ann, target, "Sorry."));
        assertThat(events.of(UserBanned.getDefaultInstance(), ann)).hasSize(1);
        assertThat(actions(ann)).containsExactly("BANNED");
        jdbc.sql("update ban set until = until - interval '8 days' where user_id = :user")
                .param("user", ann)
                .update();
        said(ann, target, "Back again.");
    }

    @Test
    void tellsOthersOfWhatReadersDoNotSeeAnyMore() {
        var rejected = said(ann, target, "Rates will fall.");
        var deleted = said(ann, target, "Rates will rise.");
        var edited = said(ann, target, "Rates will stay.");
        var held = said(bob, target, SPAM);

        decide(moderator, rejected, Decision.DECISION_REJECT, "Off topic.");
        as(ann).deleteComment(DeleteCommentRequest.newBuilder()
                .setCommentId(deleted.getId())
                .build());
        edit(ann, edited, SPAM);
        decide(moderator, held, Decision.DECISION_REJECT, "Spam.");

        assertThat(List.of(rejected, deleted, edited))
                .allSatisfy(comment -> assertThat(events.of(CommentWithdrawn.getDefaultInstance(), comment.getId()))
                        .singleElement()
                        .satisfies(event -> assertThat(event.getTarget()).isEqualTo(target)));
        assertThat(events.of(CommentWithdrawn.getDefaultInstance(), held.getId()))
                .as("nobody saw it")
                .isEmpty();
    }

    @Test
    void showsModeratorsWhatWasDecidedPageByPage() {
        var held = said(ann, target, SPAM);
        claim(moderator, held);
        decide(moderator, held, Decision.DECISION_REJECT, "Spam.");
        var trail = AuditServiceGrpc.newBlockingStub(callee.as(TestTokens.user(moderator, "moderator")));
        var request = ListAuditEntriesRequest.newBuilder()
                .setSubject(held.getId())
                .setPageSize(2)
                .build();

        var first = trail.listAuditEntries(request);
        var second = trail.listAuditEntries(
                request.toBuilder().setPageToken(first.getNextPageToken()).build());

        assertThat(first.getEntriesList()).extracting(AuditEntry::getAction).containsExactly("REJECTED", "CLAIMED");
        assertThat(first.getEntries(0).getActor()).isEqualTo(moderator);
        assertThat(first.getEntries(0).getDetail()).isEqualTo("Spam.");
        assertThat(second.getEntriesList()).extracting(AuditEntry::getAction).containsExactly("HELD");
        assertThat(second.getEntries(0).getActor()).isEqualTo("system");
        assertThat(second.getNextPageToken()).isEmpty();
        assertThat(trail.listAuditEntries(ListAuditEntriesRequest.getDefaultInstance())
                        .getEntriesList())
                .extracting(AuditEntry::getSubject)
                .contains(held.getId());
        assertRefused(
                "BAD_PAGE_TOKEN",
                () -> trail.listAuditEntries(request.toBuilder()
                        .setSubject("another")
                        .setPageToken(first.getNextPageToken())
                        .build()));
    }

    @Test
    void namesWhatIsWrongWithADecision() {
        var held = said(ann, target, SPAM);

        assertInvalid(() -> decide(moderator, held, Decision.DECISION_REJECT, " "), "reason");
        assertInvalid(() -> decide(moderator, held, Decision.DECISION_UNSPECIFIED, ""), "decision");
        assertInvalid(
                () -> moderation(moderator)
                        .decideComment(DecideCommentRequest.newBuilder()
                                .setCommentId(held.getId())
                                .setDecision(Decision.DECISION_APPROVE)
                                .setBanDays(1)
                                .build()),
                "banDays");
        assertRefused(
                "COMMENT_NOT_FOUND",
                () -> decide(moderator, Comment.newBuilder().setId("none").build(), Decision.DECISION_APPROVE, ""));
    }
}
