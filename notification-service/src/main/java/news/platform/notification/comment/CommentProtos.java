package news.platform.notification.comment;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import news.platform.comment.v1.CommentDecided;
import news.platform.comment.v1.CommentLiked;
import news.platform.comment.v1.ReplyShown;
import news.platform.comment.v1.UserBanned;
import news.platform.notification.comment.LikedComments.Liked;
import news.platform.notification.story.Kind;
import news.platform.notification.story.Story;
import news.platform.proto.Timestamps;
import news.platform.text.Lines;

/** What happened to comments as stories for those who wrote them. */
final class CommentProtos {
    private static final int MAX_BODY = 300;
    private static final String OWN = "/me/comments";
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private CommentProtos() {}

    static Story story(String id, ReplyShown reply, Instant time) {
        return new Story(
                id,
                comment(reply.getCommentId()),
                link(reply.getTarget(), reply.getCommentId()),
                Kind.REPLIES,
                2,
                "Somebody replied to your comment",
                Lines.cut(Lines.of(reply.getText()), MAX_BODY),
                to(reply.getAnsweredAuthorId()),
                time);
    }

    static Story story(String id, CommentDecided decided, Instant time) {
        return new Story(
                id,
                comment(decided.getCommentId()) + "/decisions/" + decided.getVersion(),
                decided.getShown() ? link(decided.getTarget(), decided.getCommentId()) : OWN,
                Kind.MODERATION,
                3,
                decided.getShown() ? "Your comment is shown" : "Your comment is not shown",
                Lines.cut(Lines.of(decided.getReason()), MAX_BODY),
                to(decided.getAuthorId()),
                time);
    }

    static Story story(String id, UserBanned banned, Instant time) {
        return new Story(
                id,
                "users/" + banned.getUserId() + "/bans/" + banned.getVersion(),
                OWN,
                Kind.MODERATION,
                3,
                "You cannot comment for a while",
                "Until " + DAY_AND_TIME.format(Timestamps.instant(banned.getUntil())) + ".",
                to(banned.getUserId()),
                time);
    }

    static Liked liked(CommentLiked event) {
        return new Liked(
                event.getCommentId(), event.getAuthorId(), event.getTarget(), event.getVersion(), event.getLikeCount());
    }

    /** The subject of a reply. */
    static String comment(String id) {
        return "comments/" + id;
    }

    /** Where a comment is read: what it is about, and which it is there. */
    static String link(String target, String commentId) {
        return "/" + target + "#" + comment(commentId);
    }

    private static List<String> to(String userId) {
        return List.of(Story.user(userId));
    }
}
