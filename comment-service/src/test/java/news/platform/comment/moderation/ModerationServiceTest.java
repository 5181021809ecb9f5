package news.platform.comment.moderation;

import java.util.List;
import news.platform.comment.CommentServiceTest;
import news.platform.comment.v1.AppealCommentRequest;
import news.platform.comment.v1.ClaimCommentRequest;
import news.platform.comment.v1.Comment;
import news.platform.comment.v1.CommentChange;
import news.platform.comment.v1.CreateReportRequest;
import news.platform.comment.v1.DecideCommentRequest;
import news.platform.comment.v1.Decision;
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
import news.platform.comment.v1.WordList;
import news.platform.comment.v1.WordListChange;
import news.platform.comment.v1.WordListServiceGrpc;
import news.platform.test.TestTokens;

/** Readers who write, and moderators who decide. */
abstract class ModerationServiceTest extends CommentServiceTest {
    static final String SPAM = "加微信，稳赚不赔";

    final String target = freshTarget();
    final String ann = freshUser();
    final String bob = freshUser();
    final String moderator = freshUser();
    final String another = freshUser();

    List<TargetChanged> told() {
        return events.of(TargetChanged.getDefaultInstance(), target);
    }

    List<String> actions(String subject) {
        return jdbc.sql("select action from audit_entry where subject = :subject order by id")
                .param("subject", subject)
                .query(String.class)
                .list();
    }

    ModerationServiceGrpc.ModerationServiceBlockingStub moderation(String userId) {
        return ModerationServiceGrpc.newBlockingStub(callee.as(TestTokens.user(userId, "moderator")));
    }

    WordListServiceGrpc.WordListServiceBlockingStub lists() {
        return WordListServiceGrpc.newBlockingStub(callee.as(TestTokens.user(moderator, "moderator")));
    }

    List<QueueItem> queue(String state) {
        return moderation(moderator)
                .listQueue(ListQueueRequest.newBuilder()
                        .setState(state)
                        .setTarget(target)
                        .build())
                .getItemsList();
    }

    QueueItem claim(String userId, Comment comment) {
        return moderation(userId)
                .claimComment(ClaimCommentRequest.newBuilder()
                        .setCommentId(comment.getId())
                        .build())
                .getItem();
    }

    Comment decide(String userId, Comment comment, Decision decision, String reason) {
        return moderation(userId)
                .decideComment(DecideCommentRequest.newBuilder()
                        .setCommentId(comment.getId())
                        .setDecision(decision)
                        .setReason(reason)
                        .build())
                .getComment();
    }

    Report report(String userId, Comment comment) {
        return ReportServiceGrpc.newBlockingStub(callee.as(TestTokens.user(userId, "reader")))
                .createReport(CreateReportRequest.newBuilder()
                        .setCommentId(comment.getId())
                        .setReason(ReportGround.REPORT_GROUND_FALSE)
                        .build())
                .getReport();
    }

    void appeal(String userId, Comment comment) {
        ReportServiceGrpc.newBlockingStub(callee.as(TestTokens.user(userId, "reader")))
                .appealComment(AppealCommentRequest.newBuilder()
                        .setCommentId(comment.getId())
                        .build());
    }

    Comment edit(String userId, Comment comment, String text) {
        return as(userId)
                .updateComment(UpdateCommentRequest.newBuilder()
                        .setCommentId(comment.getId())
                        .setComment(CommentChange.newBuilder().setText(text))
                        .build())
                .getComment();
    }

    Comment own(String userId) {
        return as(userId)
                .listMyComments(ListMyCommentsRequest.getDefaultInstance())
                .getComments(0);
    }

    ModerationPolicy policy(ModerationMode mode) {
        return ModerationPolicyServiceGrpc.newBlockingStub(callee.as(TestTokens.user(moderator, "moderator")))
                .updateModerationPolicy(UpdateModerationPolicyRequest.newBuilder()
                        .setType("articles")
                        .setId(target.substring("articles/".length()))
                        .setPolicy(ModerationPolicyChange.newBuilder().setMode(mode))
                        .build())
                .getPolicy();
    }

    WordList wordList(String category, List<String> words, String etag) {
        return lists().updateWordList(UpdateWordListRequest.newBuilder()
                        .setCategory(category)
                        .setWordList(WordListChange.newBuilder().addAllWords(words))
                        .setEtag(etag)
                        .build())
                .getWordList();
    }
}
