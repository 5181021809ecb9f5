package news.platform.comment.moderation;

import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.platform.author.Authors;
import news.platform.comment.review.Review;
import news.platform.comment.review.Reviews;
import news.platform.comment.thread.Comment;
import news.platform.comment.thread.CommentProtos;
import news.platform.comment.thread.Comments;
import news.platform.comment.v1.ClaimCommentRequest;
import news.platform.comment.v1.ClaimCommentResponse;
import news.platform.comment.v1.DecideCommentRequest;
import news.platform.comment.v1.DecideCommentResponse;
import news.platform.comment.v1.Decision;
import news.platform.comment.v1.ListQueueRequest;
import news.platform.comment.v1.ListQueueResponse;
import news.platform.comment.v1.ModerationServiceGrpc;
import news.platform.comment.v1.QueueItem;
import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;
import news.platform.grpc.server.Answers;
import news.platform.persistence.page.PageRequest;
import news.platform.security.Callers;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class ModerationGrpcService extends ModerationServiceGrpc.ModerationServiceImplBase {
    private final Reviews reviews;
    private final Comments comments;
    private final Reports reports;
    private final ClaimComment claiming;
    private final DecideComment deciding;
    private final Authors authors;
    private final Clock clock;

    ModerationGrpcService(
            Reviews reviews,
            Comments comments,
            Reports reports,
            ClaimComment claiming,
            DecideComment deciding,
            Authors authors,
            Clock clock) {
        this.reviews = reviews;
        this.comments = comments;
        this.reports = reports;
        this.claiming = claiming;
        this.deciding = deciding;
        this.authors = authors;
        this.clock = clock;
    }

    @Override
    public void listQueue(ListQueueRequest request, StreamObserver<ListQueueResponse> answer) {
        var page = reviews.page(
                ModerationProtos.filter(request.getState(), request.getTarget()),
                new PageRequest(request.getPageSize(), request.getPageToken()));
        Answers.send(
                answer,
                ListQueueResponse.newBuilder()
                        .addAllItems(items(page.items()))
                        .setNextPageToken(page.nextToken())
                        .build());
    }

    @Override
    public void claimComment(ClaimCommentRequest request, StreamObserver<ClaimCommentResponse> answer) {
        var moderatorId = Callers.required().userId();
        if (comments.find(request.getCommentId()).isEmpty()) {
            throw Moderated.notFound();
        }
        var review = claiming.claim(request.getCommentId(), moderatorId);
        var item = items(List.of(review)).stream().findFirst().orElseThrow(Moderated::notFound);
        Answers.send(answer, ClaimCommentResponse.newBuilder().setItem(item).build());
    }

    @Override
    public void decideComment(DecideCommentRequest request, StreamObserver<DecideCommentResponse> answer) {
        var moderatorId = Callers.required().userId();
        var comment = request.getDecision() == Decision.DECISION_REJECT
                ? reject(request, moderatorId)
                : approve(request, moderatorId);
        var names = authors.named(List.of(comment.authorId()));
        Answers.send(
                answer,
                DecideCommentResponse.newBuilder()
                        .setComment(CommentProtos.moderated(comment, names))
                        .build());
    }

    private Comment approve(DecideCommentRequest request, String moderatorId) {
        if (request.getBanDays() > 0) {
            throw DomainException.field(
                    PlatformReason.INVALID_FIELD,
                    "banDays",
                    request.getBanDays() + " (expected: 0, unless the comment is rejected)");
        }
        return deciding.approve(request.getCommentId(), request.getReason(), moderatorId);
    }

    private Comment reject(DecideCommentRequest request, String moderatorId) {
        if (request.getReason().isBlank()) {
            throw DomainException.field(
                    PlatformReason.INVALID_FIELD, "reason", "empty (expected: why, as the author is told)");
        }
        return deciding.reject(
                request.getCommentId(), request.getReason(), ModerationProtos.ban(request.getBanDays()), moderatorId);
    }

    private List<QueueItem> items(List<Review> page) {
        var ids = page.stream().map(Review::commentId).toList();
        var found = comments.findAll(ids).stream().collect(Collectors.toMap(Comment::id, Function.identity()));
        var names = authors.named(
                found.values().stream().map(Comment::authorId).distinct().toList());
        var open = reports.open(ids);
        var now = clock.instant();
        return page.stream()
                .flatMap(review -> Stream.ofNullable(found.get(review.commentId()))
                        .map(comment -> ModerationProtos.item(review, comment, names, open, now)))
                .toList();
    }
}
