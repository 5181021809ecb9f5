package news.platform.notification.comment;

import java.time.Clock;
import news.platform.comment.v1.CommentDecided;
import news.platform.comment.v1.CommentLiked;
import news.platform.comment.v1.ReplyHidden;
import news.platform.comment.v1.ReplyShown;
import news.platform.comment.v1.UserBanned;
import news.platform.messaging.EventContext;
import news.platform.messaging.EventHandler;
import news.platform.messaging.Takes;
import news.platform.notification.fanout.BeginStory;
import news.platform.work.task.Agenda;
import org.springframework.stereotype.Component;

/** Tells who wrote comments of replies and decisions at once, and now and then of how many like them. */
@Component
final class CommentsHandler implements EventHandler {
    private final BeginStory telling;
    private final LikedComments liked;
    private final CommentProperties properties;
    private final Agenda agenda;
    private final Clock clock;

    CommentsHandler(BeginStory telling, LikedComments liked, CommentProperties properties, Agenda agenda, Clock clock) {
        this.telling = telling;
        this.liked = liked;
        this.properties = properties;
        this.agenda = agenda;
        this.clock = clock;
    }

    @Override
    public Takes takes() {
        return Takes.of(ReplyShown.class, this::replied)
                .and(ReplyHidden.class, this::hidden)
                .and(CommentDecided.class, this::decided)
                .and(CommentLiked.class, this::liked)
                .and(UserBanned.class, this::banned);
    }

    @Override
    public From from() {
        return new From.Now(properties.greatestAge());
    }

    private void replied(ReplyShown event, EventContext context) {
        telling.begin(CommentProtos.story(telling.nextId(), event, context.time()));
    }

    private void hidden(ReplyHidden event, EventContext context) {
        telling.withdraw(CommentProtos.comment(event.getCommentId()));
    }

    private void decided(CommentDecided event, EventContext context) {
        telling.begin(CommentProtos.story(telling.nextId(), event, context.time()));
    }

    private void banned(UserBanned event, EventContext context) {
        telling.begin(CommentProtos.story(telling.nextId(), event, context.time()));
    }

    private void liked(CommentLiked event, EventContext context) {
        var now = clock.instant();
        liked.put(CommentProtos.liked(event), now)
                .ifPresent(tellings -> agenda.ensure(
                        TellLikes.KIND, event.getCommentId(), "", now.plus(properties.likesAfter(tellings))));
    }
}
