package news.platform.content.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Timestamp;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import news.platform.content.ContentServiceTest;
import news.platform.content.v1.Article;
import news.platform.content.v1.ArticleChange;
import news.platform.content.v1.ArticleState;
import news.platform.content.v1.BatchGetArticlesRequest;
import news.platform.content.v1.ListArticlesRequest;
import news.platform.content.v1.ScheduleArticleRequest;
import news.platform.content.v1.UpdateArticleRequest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class EmbargoIT extends ContentServiceTest {
    @Autowired
    private PublishDueArticles publishing;

    @Test
    void isNeverServedEarlyAndNeverLate() {
        var tag = freshTag();
        var draft = draft(story().addTags(tag));
        var due = Instant.now().plusMillis(700);

        var scheduled = schedule(draft.getId(), due);

        assertThat(scheduled.getState()).isEqualTo(ArticleState.ARTICLE_STATE_SCHEDULED);
        assertThat(read(editor(), draft.getId()).getState()).isEqualTo(ArticleState.ARTICLE_STATE_SCHEDULED);
        await().atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> {
                    var before = Instant.now();
                    var seen = List.of(isRead(draft.getId()), isListed(tag), isInBatch(draft.getId()));
                    var after = Instant.now();
                    if (after.isBefore(due)) {
                        assertThat(seen).containsExactly(false, false, false);
                    }
                    if (before.isAfter(due)) {
                        assertThat(seen).containsExactly(true, true, true);
                    }
                    return before.isAfter(due);
                });
        assertThat(read(anyone(), draft.getId()).getState()).isEqualTo(ArticleState.ARTICLE_STATE_PUBLISHED);
    }

    @Test
    void tellsTheOthersWithinSecondAndKeepsThePromisedTime() {
        var draft = draft(story());
        var due = Instant.now().plusMillis(300);
        var scheduled = schedule(draft.getId(), due);

        await().atMost(Duration.ofMillis(1300))
                .untilAsserted(() -> assertThat(events.kindsOf(draft.getId())).containsExactly("ArticlePublished 3"));
        assertThat(read(anyone(), draft.getId()).getPublishTime()).isEqualTo(scheduled.getPublishTime());
        assertThat(read(anyone(), draft.getId()).getEtag()).isEqualTo("v3");
    }

    @Test
    void movesTheTimeWhenScheduledAgain() {
        var draft = draft(story());
        var later = Instant.now().plusSeconds(3600);

        schedule(draft.getId(), later.minusSeconds(1800));
        var moved = schedule(draft.getId(), later);
        var same = schedule(draft.getId(), later);

        assertThat(moved.getPublishTime().getSeconds()).isEqualTo(later.getEpochSecond());
        assertThat(same.getEtag()).isEqualTo(moved.getEtag());
    }

    @Test
    void publishesFirstWhatIsChangedBetweenItsTimeAndTheSchedulersRun() {
        var draft = draft(story());
        schedule(draft.getId(), Instant.now().plusSeconds(3600));
        jdbc.sql("begin; update article set publish_time = now() where id = '%1$s'; select pg_sleep(0); commit"
                        .formatted(draft.getId()))
                .update();

        var updated = editor().updateArticle(UpdateArticleRequest.newBuilder()
                        .setArticleId(draft.getId())
                        .setArticle(ArticleChange.newBuilder().setTitle("Corrected"))
                        .build())
                .getArticle();

        assertThat(updated.getState()).isEqualTo(ArticleState.ARTICLE_STATE_PUBLISHED);
        await().untilAsserted(() ->
                assertThat(events.kindsOf(draft.getId())).containsExactly("ArticlePublished 3", "ArticleUpdated 4"));
    }

    @Test
    void publishesOnceWhereSeveralReplicasLookAtTheSameTime() {
        var due = Instant.now().plusMillis(600);
        var ids = IntStream.range(0, 20)
                .mapToObj(number -> schedule(draft(story()).getId(), due).getId())
                .toList();

        try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            await().pollDelay(Duration.ZERO).until(() -> Instant.now().isAfter(due));
            IntStream.range(0, 4).forEach(number -> replicas.execute(publishing::run));
        }

        await().untilAsserted(() ->
                assertThat(ids).allSatisfy(id -> assertThat(events.kindsOf(id)).containsExactly("ArticlePublished 3")));
    }

    private Article schedule(String id, Instant time) {
        return editor().scheduleArticle(ScheduleArticleRequest.newBuilder()
                        .setArticleId(id)
                        .setPublishTime(Timestamp.newBuilder()
                                .setSeconds(time.getEpochSecond())
                                .setNanos(time.getNano()))
                        .build())
                .getArticle();
    }

    private boolean isRead(String id) {
        try {
            return read(anyone(), id).getId().equals(id);
        } catch (StatusRuntimeException e) {
            return false;
        }
    }

    private boolean isListed(String tag) {
        return anyone().listArticles(
                                ListArticlesRequest.newBuilder().setTag(tag).build())
                        .getArticlesCount()
                == 1;
    }

    private boolean isInBatch(String id) {
        return anyone().batchGetArticles(
                                BatchGetArticlesRequest.newBuilder().addIds(id).build())
                        .getMissingCount()
                == 0;
    }
}
