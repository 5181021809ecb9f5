package news.platform.comment.moderation;

import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import news.platform.comment.v1.CommentState;
import news.platform.comment.v1.Decision;
import news.platform.comment.v1.DeleteCommentRequest;
import news.platform.comment.v1.GetModerationPolicyRequest;
import news.platform.comment.v1.GetWordListRequest;
import news.platform.comment.v1.ModerationMode;
import news.platform.comment.v1.ModerationPolicyServiceGrpc;
import news.platform.comment.v1.QueueItem;
import news.platform.comment.v1.TargetChanged;
import news.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

/** By what comments are held back beside their own words: reports, policies, lists, repetition; and what is told of it. */
class HoldingBackIT extends ModerationServiceTest {
    @Test
    void holdsBackWhatEnoughReadersReport() {
        var comment = said(ann, target, "Rates will fall.");

        var report = report(bob, comment);
        assertThat(report(bob, comment)).isEqualTo(report);
        report(freshUser(), comment);
        assertThat(list(anyone(), target).getCommentsList()).hasSize(1);
        assertThat(queue("reported")).singleElement().satisfies(item -> assertThat(item.getReportsList())
                .hasSize(2));
        report(freshUser(), comment);

        assertThat(list(anyone(), target).getCommentsList()).isEmpty();
        assertThat(own(ann).getState()).isEqualTo(CommentState.COMMENT_STATE_PENDING);
        assertThat(queue("pending")).extracting(QueueItem::getCause).containsExactly("REPORTS");
        assertRefused("OWN_COMMENT", () -> report(ann, said(ann, freshTarget(), "Mine.")));
        assertRefused("COMMENT_NOT_FOUND", () -> report(freshUser(), comment));

        decide(moderator, comment, Decision.DECISION_APPROVE, "");
        assertThat(list(anyone(), target).getCommentsList()).hasSize(1);
    }

    @Test
    void weighsReportsByHowGoodTheReporterWas() {
        IntStream.range(0, 8).forEach(number -> {
            var fine = said(ann, freshTarget(), "Number " + number);
            report(bob, fine);
            decide(moderator, fine, Decision.DECISION_APPROVE, "");
        });
        var comment = said(ann, target, "Rates will fall.");

        report(bob, comment);
        report(freshUser(), comment);
        report(freshUser(), comment);

        assertThat(list(anyone(), target).getCommentsList()).hasSize(1);
        report(freshUser(), comment);
        assertThat(list(anyone(), target).getCommentsList()).isEmpty();
    }

    @Test
    void holdsEverythingBackWhereThePolicySaysSo() {
        policy(ModerationMode.MODERATION_MODE_PRE);
        var held = said(ann, target, "Rates will fall.");
        assertThat(held.getState()).isEqualTo(CommentState.COMMENT_STATE_PENDING);
        assertThat(queue("pending")).extracting(QueueItem::getCause).containsExactly("POLICY");

        policy(ModerationMode.MODERATION_MODE_POST);

        await().untilAsserted(() ->
                assertThat(list(anyone(), target).getCommentsList()).hasSize(1));
        assertThat(actions(held.getId())).containsExactly("HELD", "RELEASED");
        policy(ModerationMode.MODERATION_MODE_OFF);
        assertRefused("TARGET_CLOSED", () -> said(ann, target, "Still there?"));
        assertThat(actions(target)).hasSize(3);
    }

    @Test
    void changesPoliciesFromTheVersionThatIsThere() {
        var usual = ModerationPolicyServiceGrpc.newBlockingStub(callee.as(TestTokens.user(moderator, "moderator")))
                .getModerationPolicy(GetModerationPolicyRequest.newBuilder()
                        .setType("articles")
                        .setId(target.substring("articles/".length()))
                        .build())
                .getPolicy();
        assertThat(usual.getMode()).isEqualTo(ModerationMode.MODERATION_MODE_POST);

        assertThat(policy(ModerationMode.MODERATION_MODE_PRE).getEtag()).isNotEqualTo(usual.getEtag());
    }

    @Test
    void judgesWhatWaitsAnewWhenAListChanges() {
        var word = "zq" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        var category = "c" + UUID.randomUUID().toString().substring(0, 8);
        var list = wordList(category, List.of(word), "");
        assertThat(said(ann, target, "About " + word).getState()).isEqualTo(CommentState.COMMENT_STATE_PENDING);
        assertRefused("ETAG_MISMATCH", () -> wordList(category, List.of(), "v7"));

        wordList(category, List.of("somethingelse"), list.getEtag());

        await().untilAsserted(() ->
                assertThat(list(anyone(), target).getCommentsList()).hasSize(1));
        assertThat(said(ann, target, "Again, about " + word).getState()).isEqualTo(CommentState.COMMENT_STATE_VISIBLE);
        assertThat(lists().getWordList(GetWordListRequest.newBuilder()
                                .setCategory(category)
                                .build())
                        .getWordList()
                        .getWordsList())
                .containsExactly("somethingelse");
        assertRefused("WORD_LIST_NOT_FOUND", () -> lists().getWordList(
                        GetWordListRequest.newBuilder().setCategory("none").build()));
        assertThat(actions(category)).containsExactly("WORD_LIST_CHANGED", "WORD_LIST_CHANGED");
    }

    @Test
    void holdsBackWhatManySayAtOnce() {
        var text = "Sell everything before Friday " + UUID.randomUUID();
        IntStream.range(0, 3).forEach(_ -> said(freshUser(), freshTarget(), text));

        assertThat(said(ann, target, text.replace(" ", " - ")).getState())
                .isEqualTo(CommentState.COMMENT_STATE_PENDING);
    }

    @Test
    void screensWhatIsEdited() {
        var comment = said(ann, target, "Rates will fall.");

        assertThat(edit(ann, comment, SPAM).getState()).isEqualTo(CommentState.COMMENT_STATE_PENDING);
        assertThat(edit(ann, comment, "Rates will rise.").getState()).isEqualTo(CommentState.COMMENT_STATE_PENDING);
        as(ann).deleteComment(DeleteCommentRequest.newBuilder()
                .setCommentId(comment.getId())
                .build());
        assertThat(queue("")).isEmpty();
    }

    @Test
    void tellsTheEdgeOfADecisionThatChangesWhatReadersSee() {
        var root = said(ann, target, "Rates will fall.");
        await().untilAsserted(() -> assertThat(told()).hasSize(1));

        decide(moderator, root, Decision.DECISION_REJECT, "Off topic.");

        await().untilAsserted(() -> assertThat(told())
                .hasSize(2)
                .last()
                .extracting(TargetChanged::getCommentCount)
                .isEqualTo(0L));
    }

    @Test
    void theAuditTrailIsOnlyAddedTo() {
        said(ann, target, SPAM);

        for (var change :
                List.of("update audit_entry set actor = 'nobody'", "delete from audit_entry", "truncate audit_entry")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).hasMessageContaining("rows are only added");
        }
    }
}
