package news.platform.notification.comment;

import java.time.Clock;
import java.util.List;
import news.platform.notification.comment.LikedComments.Liked;
import news.platform.notification.fanout.BeginStory;
import news.platform.notification.story.Kind;
import news.platform.notification.story.Story;
import news.platform.work.task.Timer;
import org.springframework.stereotype.Component;

/** Tells the author of a comment once of all who have come to like it meanwhile. */
@Component
final class TellLikes implements Timer {
    static final String KIND = "likes";

    private final LikedComments liked;
    private final BeginStory telling;
    private final Clock clock;

    TellLikes(LikedComments liked, BeginStory telling, Clock clock) {
        this.liked = liked;
        this.telling = telling;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void fire(String commentId) {
        liked.take(commentId).ifPresent(comment -> telling.begin(story(comment)));
    }

    private Story story(Liked comment) {
        return new Story(
                telling.nextId(),
                CommentProtos.comment(comment.id()) + "/likes/" + comment.likes(),
                CommentProtos.link(comment.target(), comment.id()),
                Kind.LIKES,
                1,
                comment.likes() == 1 ? "Somebody likes your comment" : comment.likes() + " people like your comment",
                "",
                List.of(Story.user(comment.authorId())),
                clock.instant());
    }
}
