package news.platform.notification.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import news.platform.comment.v1.CommentDecided;
import news.platform.comment.v1.CommentLiked;
import news.platform.comment.v1.ReplyHidden;
import news.platform.comment.v1.ReplyShown;
import news.platform.comment.v1.UserBanned;
import news.platform.notification.NotificationServiceTest;
import news.platform.notification.v1.Notification;
import news.platform.notification.v1.NotificationSettings;
import news.platform.proto.Timestamps;
import news.platform.thirdparty.v1.OutgoingMessage;
import news.platform.user.v1.UserDeleted;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommentsIT extends NotificationServiceTest {
    private static final String TARGET = "articles/0198";

    private final String ann = newUser();
    private final String bob = newUser();
    private final String commentId = UUID.randomUUID().toString();
    private long version;

    @BeforeEach
    void commentsAreHeardOf() {
        if (!hears("CommentsHandler")) {
            await().pollInterval(Duration.ofMillis(300)).until(() -> {
                send(ReplyHidden.newBuilder().setCommentId("none").setVersion(1).build());
                return hears("CommentsHandler");
            });
        }
        register(ann, "phone", "token-a");
    }

    @Test
    void tellsOfAReplyAtOnceWhomeverItAnswers() {
        register(bob, "phone", "token-b");

        send(reply(ann, "They\nwill not.").build());

        assertThat(told(ann, 1))
                .extracting(Notification::getKind, Notification::getTitle, Notification::getBody, Notification::getLink)
                .containsExactly(tuple(
                        "replies",
                        "Somebody replied to your comment",
                        "They will not.",
                        "/" + TARGET + "#comments/" + commentId));
        awaitQuiet();
        assertThat(pushed).singleElement().satisfies(message -> {
            assertThat(message.getDevice().getToken()).isEqualTo("token-a");
            assertThat(message.getUrgent()).isFalse();
        });
        assertThat(list(bob)).isEmpty();
    }

    @Test
    void takesBackAReplyThatIsHiddenAgain() {
        send(reply(ann, "Buy my coins!").build());
        told(ann, 1);

        send(ReplyHidden.newBuilder().setCommentId(commentId).setVersion(2).build());

        told(ann, 0);
        assertThat(jdbc.sql("select body from story").query(String.class).list())
                .containsExactly("");
        send(reply(ann, "Buy my coins!").setVersion(3).build());
        send(decided(true, "").setVersion(4).build());
        assertThat(told(ann, 1)).extracting(Notification::getKind).containsExactly("moderation");
    }

    @Test
    void tellsOfEachDecisionAndOfBansBeforeOthers() {
        set(ann, NotificationSettings.newBuilder().setImportanceFloor(3));

        send(decided(false, "Off topic.").setVersion(2).build());
        told(ann, 1);
        send(decided(true, "").setVersion(3).build());
        told(ann, 2);
        send(UserBanned.newBuilder()
                .setUserId(ann)
                .setVersion(1)
                .setUntil(Timestamps.of(Instant.parse("2026-12-04T05:00:00Z")))
                .build());

        assertThat(told(ann, 3))
                .extracting(Notification::getTitle, Notification::getBody, Notification::getLink)
                .containsExactly(
                        tuple("You cannot comment for a while", "Until 4 December 2026, 05:00 UTC.", "/me/comments"),
                        tuple("Your comment is shown", "", "/" + TARGET + "#comments/" + commentId),
                        tuple("Your comment is not shown", "Off topic.", "/me/comments"));
        awaitQuiet();
        assertThat(pushed).hasSize(3).allMatch(OutgoingMessage::getUrgent);
    }

    @Test
    void bundlesLikesLongerEachTime() {
        like(1);
        like(12);
        assertThat(titles()).isEmpty();

        clock.advance(Duration.ofMinutes(5));
        await().untilAsserted(() -> assertThat(titles()).containsExactly("12 people like your comment"));

        // unlike and like again is nothing new
        like(11);
        like(12);
        clock.advance(Duration.ofMinutes(20));
        awaitQuiet();
        assertThat(titles()).hasSize(1);

        like(40);
        clock.advance(Duration.ofMinutes(9));
        assertThat(waiting()).isEqualTo(1);
        clock.advance(Duration.ofMinutes(1));
        await().untilAsserted(() ->
                assertThat(titles()).containsExactly("40 people like your comment", "12 people like your comment"));
    }

    @Test
    void tellsNothingThatAUserDoesNotWantToHear() {
        set(ann, NotificationSettings.newBuilder().addTopics("breaking").addTopics("moderation"));

        send(reply(ann, "They will not.").build());
        send(decided(false, "Off topic.").setVersion(2).build());

        assertThat(told(ann, 1)).extracting(Notification::getKind).containsExactly("moderation");
    }

    @Test
    void forgetsWhatADeletedAccountWasTold() {
        send(reply(ann, "They will not.").build());
        like(3);
        told(ann, 1);

        send(UserDeleted.newBuilder().setUserId(ann).setVersion(2).build());

        told(ann, 0);
        await().until(() -> jdbc.sql("select (select count(*) from story) + (select count(*) from liked_comment)")
                        .query(Long.class)
                        .single()
                == 0);
    }

    private ReplyShown.Builder reply(String answered, String text) {
        return ReplyShown.newBuilder()
                .setCommentId(commentId)
                .setVersion(1)
                .setTarget(TARGET)
                .setAuthorId(bob)
                .setAnsweredAuthorId(answered)
                .setText(text);
    }

    private CommentDecided.Builder decided(boolean shown, String reason) {
        return CommentDecided.newBuilder()
                .setCommentId(commentId)
                .setTarget(TARGET)
                .setAuthorId(ann)
                .setShown(shown)
                .setReason(reason);
    }

    /** Tells that so many like the comment now, and waits until it is known. */
    private void like(long likes) {
        version++;
        send(CommentLiked.newBuilder()
                .setCommentId(commentId)
                .setVersion(version)
                .setTarget(TARGET)
                .setAuthorId(ann)
                .setLikeCount(likes)
                .build());
        await().until(() -> jdbc.sql("select count(*) from liked_comment where likes = :likes")
                        .param("likes", likes)
                        .query(Long.class)
                        .single()
                == 1);
    }

    /** What was told, latest first; tokens of users do not last as long as the clock is moved. */
    private List<String> titles() {
        return jdbc.sql("""
                        select story.title from notification join story on story.id = notification.story_id
                         order by notification.create_time desc""").query(String.class).list();
    }

    private long waiting() {
        return jdbc.sql("select count(*) from platform.task where kind = 'likes'")
                .query(Long.class)
                .single();
    }
}
