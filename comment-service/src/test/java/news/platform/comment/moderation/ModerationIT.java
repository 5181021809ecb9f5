package news.platform.comment.moderation;

import static news.platform.test.grpc.Refusals.assertInvalid;
import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import news.platform.comment.CommentServiceTest;
import news.platform.comment.v1.AppealCommentRequest;
import news.platform.comment.v1.ClaimCommentRequest;
import news.platform.comment.v1.Comment;
import news.platform.comment.v1.CommentChange;
import news.platform.comment.v1.CommentState;
import news.platform.comment.v1.CreateReportRequest;
import news.platform.comment.v1.DecideCommentRequest;
import news.platform.comment.v1.Decision;
import news.platform.comment.v1.DeleteCommentRequest;
import news.platform.comment.v1.GetModerationPolicyRequest;
import news.platform.comment.v1.GetWordListRequest;
import news.platform.comment.v1.ListMyCommentsRequest;
import news.platform.comment.v1.ListQueueRequest;
import news.platform.comment.v1.ModerationMode;
import news.platform.comment.v1.ModerationPolicy;
import news.platform.comment.v1.ModerationPolicyChange;
import news.platform.comment.v1.ModerationPolicyServiceGrpc;
import news.platform.comment.v1.ModerationServiceGrpc;
import news.platform.comment.v1.QueueItem;
import news.platform.comment.v1.Report;
import news.platform.comment.v1.ReportGround;
import news.platform.comment.v1.ReportServiceGrpc;
import news.platform.comment.v1.TargetChanged;
import news.platform.comment.v1.UpdateCommentRequest;
import news.platform.comment.v1.UpdateModerationPolicyRequest;
import news.platform.comment.v1.UpdateWordListRequest;
import news.platform.comment.v1.UserBanned;
import news.platform.comment.v1.WordList;
import news.platform.comment.v1.WordListChange;
import news.platform.comment.v1.WordListServiceGrpc;
import news.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

class ModerationIT extends CommentServiceTest {
    private static final String SPAM = "加微信，稳赚不赔";

    private final String target = freshTarget();
    private final String ann = freshUser();
    private final String bob = freshUser();
    private final String moderator = freshUser();
    private final String another = freshUser();

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

    private List<TargetChanged> told() {
        return events.of(TargetChanged.getDefaultInstance(), target);
    }

    private List<String> actions(String subject) {
        return jdbc.sql("select action from audit_entry where subject = :subject order by id")
                .param("subject", subject)
                .query(String.class)
                .list();
    }

    private ModerationServiceGrpc.ModerationServiceBlockingStub moderation(String userId) {
        return ModerationServiceGrpc.newBlockingStub(callee.as(TestTokens.user(userId, "moderator")));
    }

    private WordListServiceGrpc.WordListServiceBlockingStub lists() {
        return WordListServiceGrpc.newBlockingStub(callee.as(TestTokens.user(moderator, "moderator")));
    }

    private List<QueueItem> queue(String state) {
        return moderation(moderator)
                .listQueue(ListQueueRequest.newBuilder()
                        .setState(state)
                        .setTarget(target)
                        .build())
                .getItemsList();
    }

    private QueueItem claim(String userId, Comment comment) {
        return moderation(userId)
                .claimComment(ClaimCommentRequest.newBuilder()
                        .setCommentId(comment.getId())
                        .build())
                .getItem();
    }

    private Comment decide(String userId, Comment comment, Decision decision, String reason) {
        return moderation(userId)
                .decideComment(DecideCommentRequest.newBuilder()
                        .setCommentId(comment.getId())
                        .setDecision(decision)
                        .setReason(reason)
                        .build())
                .getComment();
    }

    private Report report(String userId, Comment comment) {
        return ReportServiceGrpc.newBlockingStub(callee.as(TestTokens.user(userId, "reader")))
                .createReport(CreateReportRequest.newBuilder()
                        .setCommentId(comment.getId())
                        .setReason(ReportGround.REPORT_GROUND_FALSE)
                        .build())
                .getReport();
    }

    private void appeal(String userId, Comment comment) {
        ReportServiceGrpc.newBlockingStub(callee.as(TestTokens.user(userId, "reader")))
                .appealComment(AppealCommentRequest.newBuilder()
                        .setCommentId(comment.getId())
                        .build());
    }

    private Comment edit(String userId, Comment comment, String text) {
        return as(userId)
                .updateComment(UpdateCommentRequest.newBuilder()
                        .setCommentId(comment.getId())
                        .setComment(CommentChange.newBuilder().setText(text))
                        .build())
                .getComment();
    }

    private Comment own(String userId) {
        return as(userId)
                .listMyComments(ListMyCommentsRequest.getDefaultInstance())
                .getComments(0);
    }

    private ModerationPolicy policy(ModerationMode mode) {
        return ModerationPolicyServiceGrpc.newBlockingStub(callee.as(TestTokens.user(moderator, "moderator")))
                .updateModerationPolicy(UpdateModerationPolicyRequest.newBuilder()
                        .setType("articles")
                        .setId(target.substring("articles/".length()))
                        .setPolicy(ModerationPolicyChange.newBuilder().setMode(mode))
                        .build())
                .getPolicy();
    }

    private WordList wordList(String category, List<String> words, String etag) {
        return lists().updateWordList(UpdateWordListRequest.newBuilder()
                        .setCategory(category)
                        .setWordList(WordListChange.newBuilder().addAllWords(words))
                        .setEtag(etag)
                        .build())
                .getWordList();
    }
}
