package news.platform.notification.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Duration;
import java.util.List;
import java.util.UUID;
import news.platform.content.v1.Article;
import news.platform.content.v1.ArticlePublished;
import news.platform.content.v1.ArticleRecalled;
import news.platform.content.v1.Author;
import news.platform.livenews.v1.Live;
import news.platform.livenews.v1.LiveDeleted;
import news.platform.livenews.v1.LiveUpdated;
import news.platform.notification.NotificationServiceTest;
import news.platform.notification.v1.Notification;
import news.platform.notification.v1.NotificationSettings;
import news.platform.proto.Timestamps;
import news.platform.test.grpc.ServiceTwin;
import news.platform.thirdparty.v1.Delivery;
import news.platform.thirdparty.v1.DeliveryOutcome;
import news.platform.thirdparty.v1.OutgoingMessage;
import news.platform.user.v1.FollowAdded;
import org.junit.jupiter.api.Test;

class FanoutIT extends NotificationServiceTest {
    private final String ann = newUser();
    private final String bob = newUser();

    @Test
    void tellsEverybodyWhoHasADeviceOfBreakingNews() {
        register(ann, "phone", "token-a");
        register(ann, "pad", "token-b");
        register(bob, "phone", "token-c");

        var live = publish(breaking());

        assertThat(told(ann, 1))
                .extracting(Notification::getKind, Notification::getTitle, Notification::getBody, Notification::getLink)
                .containsExactly(tuple("breaking", "Fed cuts rates", "By 25 basis points.", "/lives/" + live.getId()));
        told(bob, 1);
        awaitQuiet();
        assertThat(tokens()).containsExactlyInAnyOrder("token-a", "token-b", "token-c");
        assertThat(pushed).allSatisfy(message -> {
            assertThat(message.getTitle()).isEqualTo("Fed cuts rates");
            assertThat(message.getExpireTime().getSeconds())
                    .isEqualTo(live.getPublishTime().getSeconds() + 30 * 60);
        });
    }

    @Test
    void tellsWhoeverFollowsWhatANewsIsAbout() {
        register(ann, "phone", "token-a");
        follows(ann, "symbols", "AAPL");
        follows(ann, "channels", "tech");
        follows(bob, "symbols", "MSFT");

        publish(live(2).addSymbols("AAPL").addChannelIds("tech"));
        publish(live(1).addSymbols("AAPL"));

        told(ann, 1);
        awaitQuiet();
        assertThat(tokens()).containsExactly("token-a");
        assertThat(list(bob)).isEmpty();
    }

    @Test
    void tellsOfAnArticleAndTheLiveThatAnnouncesItOnce() {
        follows(ann, "authors", "author-1");
        follows(ann, "topics", "rates");
        var announced = published("article-" + UUID.randomUUID());
        var other = published("article-" + UUID.randomUUID());

        publish(live(2).setArticleId(announced.getArticleId()).addTags("rates"));
        told(ann, 1);
        send(announced);
        send(other);

        assertThat(told(ann, 2))
                .extracting(Notification::getLink)
                .containsExactly("/articles/" + other.getArticleId(), "/articles/" + announced.getArticleId());
    }

    @Test
    void tellsOfACorrectedLiveOnceItMatters() {
        follows(ann, "symbols", "AAPL");
        var live = publish(live(1).addSymbols("AAPL"));

        send(updated(live, 2));
        told(ann, 1);
        send(updated(live, 3));
        publish(live(2).addSymbols("AAPL"));

        told(ann, 2);
    }

    @Test
    void tellsNobodyOfWhatTheyDoNotWant() {
        register(ann, "phone", "token-a");
        register(bob, "phone", "token-b");
        set(ann, NotificationSettings.newBuilder().addTopics("lives").setImportanceFloor(3));
        follows(ann, "symbols", "AAPL");

        publish(breaking().addSymbols("AAPL"));
        publish(live(2).addSymbols("AAPL"));

        told(bob, 1);
        awaitQuiet();
        assertThat(list(ann)).isEmpty();
        assertThat(tokens()).containsExactly("token-b");
    }

    @Test
    void tellsNobodyWhoFollowsNoLonger() {
        register(bob, "phone", "token-b");
        follows(ann, "symbols", "AAPL");
        jdbc.sql("update follow set end_time = now() where user_id = :user")
                .param("user", ann)
                .update();
        follows(bob, "symbols", "AAPL");

        publish(live(2).addSymbols("AAPL"));

        told(bob, 1);
        assertThat(list(ann)).isEmpty();
    }

    @Test
    void keepsALateFollowFromBringingBackAnEndedOne() {
        follows(ann, "symbols", "AAPL");
        jdbc.sql("update follow set end_time = now(), version = 5").update();

        send(FollowAdded.newBuilder()
                .setFollowId(ann + "/symbols/AAPL")
                .setVersion(4)
                .setUserId(ann)
                .setType("symbols")
                .setId("AAPL")
                .build());
        follows(bob, "symbols", "AAPL");
        publish(live(2).addSymbols("AAPL"));

        told(bob, 1);
        assertThat(list(ann)).isEmpty();
    }

    @Test
    void beginsNothingForWhatNobodyFollows() {
        follows(ann, "authors", "author-1");
        jdbc.sql("update follow set end_time = now()").update();
        var article = published("article-" + UUID.randomUUID());

        send(article);

        await().untilAsserted(() -> assertThat(begun(article.getArticleId())).isEqualTo("of 1 stories 0 tasks"));
        send(ArticleRecalled.newBuilder().setArticleId(article.getArticleId()).build());
        await().untilAsserted(() -> assertThat(jdbc.sql("select withdrawn from story where subject = :subject")
                        .param("subject", "articles/" + article.getArticleId())
                        .query(Boolean.class)
                        .single())
                .isTrue());
    }

    private String begun(String articleId) {
        return jdbc.sql("""
                        select 'of ' || count(s.id) || ' stories ' || count(t.key) || ' tasks'
                          from story s left join platform.task t on t.kind = 'story' and t.key = s.id
                         where s.subject = :subject""")
                .param("subject", "articles/" + articleId)
                .query(String.class)
                .single();
    }

    @Test
    void neverTellsYesterdaysNews() {
        register(ann, "phone", "token-a");
        var old = Timestamps.of(now().minusSeconds(7 * 3600));

        publish(breaking().setPublishTime(old));
        publish(breaking().setTitle("New").setPublishTime(Timestamps.of(now().minusSeconds(45 * 60))));

        assertThat(told(ann, 1)).extracting(Notification::getTitle).containsExactly("New");
        awaitQuiet();
        assertThat(pushed).isEmpty();
    }

    @Test
    void takesBackWhatIsWithdrawn() {
        follows(ann, "symbols", "AAPL");
        var live = publish(live(2).addSymbols("AAPL"));
        var article = published("article-" + UUID.randomUUID());
        follows(ann, "authors", "author-1");
        send(article);
        told(ann, 2);

        send(LiveDeleted.newBuilder().setLiveId(live.getId()).setVersion(2).build());
        send(ArticleRecalled.newBuilder()
                .setArticleId(article.getArticleId())
                .setVersion(2)
                .build());

        told(ann, 0);
    }

    @Test
    void forgetsDevicesThatAreDead() {
        register(ann, "phone", "token-a");
        answer(_ -> Delivery.newBuilder().setOutcome(DeliveryOutcome.DELIVERY_OUTCOME_DEAD));

        publish(breaking());

        told(ann, 1);
        await().until(() ->
                jdbc.sql("select count(*) from device").query(Long.class).single() == 0);
    }

    @Test
    void sendsLaterWhatCannotBeSentNowAndNothingTwice() {
        register(ann, "phone", "token-a");
        register(bob, "phone", "token-b");
        answer(message -> message.getDevice().getToken().equals("token-a")
                ? Delivery.newBuilder()
                        .setOutcome(DeliveryOutcome.DELIVERY_OUTCOME_RETRY)
                        .setRetryAfter(Duration.newBuilder().setSeconds(2))
                : Delivery.newBuilder().setOutcome(DeliveryOutcome.DELIVERY_OUTCOME_ACCEPTED));

        publish(breaking());

        await().untilAsserted(() -> assertThat(tokens()).containsExactly("token-b"));
        answer(_ -> Delivery.newBuilder().setOutcome(DeliveryOutcome.DELIVERY_OUTCOME_ACCEPTED));
        clock.advance(java.time.Duration.ofSeconds(3));
        awaitQuiet();
        assertThat(tokens()).containsExactly("token-b", "token-a");
    }

    @Test
    void losesNothingWhileThirdpartyServiceIsAway() {
        register(ann, "phone", "token-a");
        thirdpartyTwin.is(ServiceTwin.Mood.DOWN);
        publish(breaking());
        told(ann, 1);

        clock.advance(java.time.Duration.ofMinutes(5));
        thirdpartyTwin.is(ServiceTwin.Mood.WELL);

        await().untilAsserted(() -> {
            clock.advance(java.time.Duration.ofSeconds(5));
            assertThat(tokens()).containsExactly("token-a");
        });
    }

    @Test
    void dropsWhatNobodyWantsAnyMore() {
        register(ann, "phone", "token-a");
        thirdpartyTwin.is(ServiceTwin.Mood.DOWN);
        publish(breaking());
        told(ann, 1);

        clock.advance(java.time.Duration.ofMinutes(31));
        thirdpartyTwin.is(ServiceTwin.Mood.WELL);

        awaitQuiet();
        assertThat(pushed).isEmpty();
        assertThat(jdbc.sql("select outcome from push").query(String.class).list())
                .containsExactly("EXPIRED");
    }

    private List<String> tokens() {
        return pushed.stream()
                .map(OutgoingMessage::getDevice)
                .map(device -> device.getToken())
                .toList();
    }

    private ArticlePublished published(String id) {
        return ArticlePublished.newBuilder()
                .setArticleId(id)
                .setVersion(1)
                .setArticle(Article.newBuilder()
                        .setId(id)
                        .setTitle("What the cut means")
                        .setSummary("More than it seems.")
                        .addAuthors(Author.newBuilder().setId("author-1"))
                        .setPublishTime(Timestamps.of(now())))
                .build();
    }

    private static LiveUpdated updated(Live live, int importance) {
        return LiveUpdated.newBuilder()
                .setLiveId(live.getId())
                .setVersion(importance)
                .setLive(live.toBuilder().setImportance(importance))
                .build();
    }
}
