package news.platform.comment.thread;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import news.platform.author.Author;
import news.platform.comment.thread.ListedComments.Order;
import news.platform.comment.thread.WriteComment.Draft;
import news.platform.comment.v1.CommentAuthor;
import news.platform.comment.v1.CommentState;
import news.platform.comment.v1.CreateCommentRequest;
import news.platform.grpc.resource.Etags;
import news.platform.proto.Timestamps;

/** Comments as messages, and what messages say of them. */
public final class CommentProtos {
    private CommentProtos() {}

    static Draft draft(CreateCommentRequest request) {
        return new Draft(request.getTarget(), request.getText(), request.getReplyToId());
    }

    static Order order(String order) {
        return order.equals("new") ? Order.NEW : Order.HOT;
    }

    /** Whose names are to be shown. */
    static List<String> authors(Stream<ListedComment> comments, String reader) {
        return comments.map(listed -> listed.comment().seenBy(reader).authorId())
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
    }

    static news.platform.comment.v1.Comment conversation(
            Conversation conversation, String reader, Map<String, Author> names) {
        var root = builder(conversation.root(), reader, names);
        conversation.replies().forEach(reply -> root.addReplies(builder(reply, reader, names)));
        return root.build();
    }

    /** As this reader sees it. */
    static news.platform.comment.v1.Comment comment(ListedComment listed, String reader, Map<String, Author> names) {
        return builder(listed, reader, names).build();
    }

    /** As its author sees it, not counted. */
    public static news.platform.comment.v1.Comment moderated(Comment comment, Map<String, Author> names) {
        return own(ListedComment.fresh(comment), names);
    }

    /** As its author sees it, in any state. */
    static news.platform.comment.v1.Comment own(ListedComment listed, Map<String, Author> names) {
        return builder(listed.comment(), listed, names)
                .setReason(listed.comment().reason())
                .build();
    }

    private static news.platform.comment.v1.Comment.Builder builder(
            ListedComment listed, String reader, Map<String, Author> names) {
        return builder(listed.comment().seenBy(reader), listed, names);
    }

    private static news.platform.comment.v1.Comment.Builder builder(
            Comment shown, ListedComment listed, Map<String, Author> names) {
        var message = news.platform.comment.v1.Comment.newBuilder()
                .setId(shown.id())
                .setTarget(shown.target())
                .setRootId(shown.rootId())
                .setReplyToId(shown.replyToId())
                .setText(shown.text())
                .setLikeCount(listed.likes())
                .setLikedByMe(listed.likedByMe())
                .setReplyCount(listed.replies())
                .setState(state(shown.state()))
                .setCreateTime(Timestamps.of(shown.createTime()))
                .setUpdateTime(Timestamps.of(shown.updateTime()))
                .setEdited(shown.isEdited())
                .setEtag(Etags.of(shown.version()));
        if (!shown.authorId().isEmpty()) {
            message.setAuthor(author(names.getOrDefault(shown.authorId(), Author.nameless(shown.authorId()))));
        }
        return message;
    }

    private static CommentAuthor author(Author author) {
        return CommentAuthor.newBuilder()
                .setId(author.id())
                .setDisplayName(author.displayName())
                .setAvatarUrl(author.avatarUrl())
                .build();
    }

    private static CommentState state(Comment.State state) {
        return switch (state) {
            case VISIBLE -> CommentState.COMMENT_STATE_VISIBLE;
            case PENDING -> CommentState.COMMENT_STATE_PENDING;
            case REJECTED -> CommentState.COMMENT_STATE_REJECTED;
            case DELETED -> CommentState.COMMENT_STATE_DELETED;
        };
    }
}
