package news.platform.comment.thread;

import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import news.platform.author.Author;
import news.platform.author.Authors;
import news.platform.comment.v1.CommentServiceGrpc;
import news.platform.comment.v1.CommentState;
import news.platform.comment.v1.CreateCommentRequest;
import news.platform.comment.v1.CreateCommentResponse;
import news.platform.comment.v1.DeleteCommentRequest;
import news.platform.comment.v1.DeleteCommentResponse;
import news.platform.comment.v1.ListCommentsRequest;
import news.platform.comment.v1.ListCommentsResponse;
import news.platform.comment.v1.ListMyCommentsRequest;
import news.platform.comment.v1.ListMyCommentsResponse;
import news.platform.comment.v1.ListRepliesRequest;
import news.platform.comment.v1.ListRepliesResponse;
import news.platform.comment.v1.UpdateCommentRequest;
import news.platform.comment.v1.UpdateCommentResponse;
import news.platform.grpc.resource.Changed;
import news.platform.grpc.server.Answers;
import news.platform.grpc.server.CallMetadata;
import news.platform.persistence.idempotency.Idempotency;
import news.platform.persistence.page.PageRequest;
import news.platform.security.Caller;
import news.platform.security.Callers;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class CommentGrpcService extends CommentServiceGrpc.CommentServiceImplBase {
    private static final int ACCEPTED = 202;

    private final ListedComments listed;
    private final WriteComment writing;
    private final EditComment editing;
    private final Authors authors;
    private final Idempotency idempotency;

    CommentGrpcService(
            ListedComments listed,
            WriteComment writing,
            EditComment editing,
            Authors authors,
            Idempotency idempotency) {
        this.listed = listed;
        this.writing = writing;
        this.editing = editing;
        this.authors = authors;
        this.idempotency = idempotency;
    }

    @Override
    public void listComments(ListCommentsRequest request, StreamObserver<ListCommentsResponse> answer) {
        var reader = reader();
        var page = listed.conversations(
                request.getTarget(),
                CommentProtos.order(request.getOrder()),
                reader,
                new PageRequest(request.getPageSize(), request.getPageToken()));
        var standing = listed.standing(request.getTarget(), reader);
        var names = names(page.items().stream().flatMap(Conversation::comments), reader);
        var response = ListCommentsResponse.newBuilder()
                .setNextPageToken(page.nextToken())
                .setTarget(request.getTarget())
                .setCommentCount(standing.comments())
                .setLikeCount(standing.likes())
                .setLikedByMe(standing.likedByMe());
        page.items()
                .forEach(conversation -> response.addComments(CommentProtos.conversation(conversation, reader, names)));
        Answers.send(answer, response.build());
    }

    @Override
    public void listReplies(ListRepliesRequest request, StreamObserver<ListRepliesResponse> answer) {
        var reader = reader();
        var root = listed.find(request.getCommentId(), reader)
                .map(ListedComment::comment)
                .filter(Comment::isRoot)
                .orElseThrow(WriteComment::notFound);
        var page = listed.replies(root.id(), reader, new PageRequest(request.getPageSize(), request.getPageToken()));
        var names = names(page.items().stream(), reader);
        var response = ListRepliesResponse.newBuilder()
                .setNextPageToken(page.nextToken())
                .setTarget(root.target());
        page.items().forEach(reply -> response.addComments(CommentProtos.comment(reply, reader, names)));
        Answers.send(answer, response.build());
    }

    @Override
    public void listMyComments(ListMyCommentsRequest request, StreamObserver<ListMyCommentsResponse> answer) {
        var reader = Callers.required().userId();
        var page = listed.own(reader, new PageRequest(request.getPageSize(), request.getPageToken()));
        var names = authors.named(List.of(reader));
        var response = ListMyCommentsResponse.newBuilder().setNextPageToken(page.nextToken());
        page.items().forEach(own -> response.addComments(CommentProtos.own(own, names)));
        Answers.send(answer, response.build());
    }

    @Override
    public void createComment(CreateCommentRequest request, StreamObserver<CreateCommentResponse> answer) {
        var authorId = Callers.required().userId();
        var draft = CommentProtos.draft(request);
        var response = idempotency.<Map<String, Author>, CreateCommentResponse>once(
                request,
                CreateCommentResponse.getDefaultInstance(),
                _ -> {
                    writing.check(draft);
                    return authors.named(List.of(authorId));
                },
                (id, names) -> CreateCommentResponse.newBuilder()
                        .setComment(CommentProtos.own(ListedComment.fresh(writing.write(id, draft, authorId)), names))
                        .build());
        if (response.getComment().getState() != CommentState.COMMENT_STATE_VISIBLE) {
            CallMetadata.status(ACCEPTED);
        }
        Answers.send(answer, response);
    }

    @Override
    public void updateComment(UpdateCommentRequest request, StreamObserver<UpdateCommentResponse> answer) {
        var userId = Callers.required().userId();
        var change = request.getComment();
        var text =
                Changed.of(change, request.getUpdateMask(), "comment", "text").value("text", change.getText());
        var comment = editing.edit(request.getCommentId(), request.getEtag(), text, userId);
        var shown = listed.find(comment.id(), userId).orElseThrow(WriteComment::notFound);
        Answers.send(
                answer,
                UpdateCommentResponse.newBuilder()
                        .setComment(CommentProtos.own(shown, authors.named(List.of(userId))))
                        .build());
    }

    @Override
    public void deleteComment(DeleteCommentRequest request, StreamObserver<DeleteCommentResponse> answer) {
        editing.delete(
                request.getCommentId(), request.getEtag(), Callers.required().userId());
        Answers.send(answer, DeleteCommentResponse.getDefaultInstance());
    }

    private Map<String, Author> names(Stream<ListedComment> comments, String reader) {
        return authors.named(CommentProtos.authors(comments, reader));
    }

    /** Empty for who is not logged in, whom nothing in the database is about. */
    private static String reader() {
        return Callers.current().map(Caller::userId).orElse("");
    }
}
