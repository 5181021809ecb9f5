package news.platform.content.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import news.platform.content.ContentServiceTest;
import news.platform.content.v1.Article;
import news.platform.content.v1.ArticleChange;
import news.platform.content.v1.ArticleState;
import news.platform.content.v1.BatchGetArticlesRequest;
import news.platform.content.v1.ListArticlesRequest;
import news.platform.content.v1.PublishArticleRequest;
import news.platform.content.v1.ScheduleArticleRequest;
import news.platform.content.v1.UpdateArticleRequest;
import news.platform.persistence.Instants;
import news.platform.proto.Timestamps;
import news.platform.test.Replicas;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class EmbargoIT extends ContentServiceTest {
    @Autowired
    private Publications publications;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Replicas replicas;

    @Test
    void isNeverServedEarlyAndNeverLate() {
        var tag = freshTag();
        var draft = draft(story().addTags(tag));
        var scheduled = schedule(draft.getId(), Instant.now().plusSeconds(3600));

        assertThat(scheduled.getState()).isEqualTo(ArticleState.ARTICLE_STATE_SCHEDULED);
        assertThat(read(editor(), draft.getId()).getState()).isEqualTo(ArticleState.ARTICLE_STATE_SCHEDULED);
        var due = bringForward(Duration.ofMillis(700), List.of(draft.getId()));
        await().pollInterval(Duration.ofMillis(10)).until(() -> {
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
    void tellsTheOthersByItselfAndKeepsThePromisedTime() {
        var draft = draft(story());
        schedule(draft.getId(), Instant.now().plusSeconds(3600));
        var due = bringForward(Duration.ofMillis(300), List.of(draft.getId()));

        await().untilAsserted(() -> assertThat(events.facts(draft.getId())).containsExactly("published 3"));
        assertThat(read(anyone(), draft.getId()).getPublishTime()).isEqualTo(Timestamps.of(due));
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
        assertThat(listingTimes(draft.getId())).isNotEmpty().containsOnly(Timestamps.instant(moved.getPublishTime()));
    }

    @Test
    void publishesFirstWhatIsChangedBetweenItsTimeAndTheSchedulersRun() throws Exception {
        var draft = draft(story());
        schedule(draft.getId(), Instant.now().plusSeconds(3600));

        try (var desk = Executors.newVirtualThreadPerTaskExecutor()) {
            var updating = new AtomicReference<Future<Article>>();
            // while the row is locked the scheduler passes over it, and the editor waits for it
            transaction.executeWithoutResult(status -> {
                jdbc.sql("update article set publish_time = now() where id = ?")
                        .param(draft.getId())
                        .update();
                updating.set(desk.submit(() -> retitled(draft.getId())));
                await().until(this::somebodyWaitsForLock);
            });
            assertThat(updating.get().get().getState()).isEqualTo(ArticleState.ARTICLE_STATE_PUBLISHED);
        }

        await().untilAsserted(
                        () -> assertThat(events.facts(draft.getId())).containsExactly("published 3", "updated 4"));
    }

    @Test
    void tellsTheOthersOfWhatWasScheduledByABuildWithoutTimers() {
        var draft = draft(story());
        schedule(draft.getId(), Instant.now().plusSeconds(3600));
        jdbc.sql("delete from platform.task where key = ?").param(draft.getId()).update();
        bringForward(Duration.ZERO, List.of(draft.getId()));

        publications.ensureTimers();

        await().untilAsserted(() -> assertThat(events.facts(draft.getId())).containsExactly("published 3"));
    }

    @Test
    void hasNoTimerAnyMoreWhenItIsPublishedBeforeItsTime() {
        var draft = draft(story());
        schedule(draft.getId(), Instant.now().plusSeconds(3600));
        assertThat(timers(List.of(draft.getId()))).isEqualTo(1);

        editor().publishArticle(PublishArticleRequest.newBuilder()
                .setArticleId(draft.getId())
                .build());

        assertThat(timers(List.of(draft.getId()))).isZero();
        assertThat(listingTimes(draft.getId()))
                .isNotEmpty()
                .containsOnly(Timestamps.instant(read(anyone(), draft.getId()).getPublishTime()));
    }

    @Test
    void publishesOnceWhereTwoReplicasDo() {
        var ids = IntStream.range(0, 20)
                .mapToObj(number -> draft(story()).getId())
                .toList();
        ids.forEach(id -> schedule(id, Instant.now().plusSeconds(3600)));

        try (var _ = replicas.another()) {
            bringForward(Duration.ofMillis(500), ids);
            await().untilAsserted(() ->
                    assertThat(ids).allSatisfy(id -> assertThat(isRead(id)).isTrue()));
            await().until(() -> timers(ids) == 0);
        }

        await().untilAsserted(() ->
                assertThat(ids).allSatisfy(id -> assertThat(events.facts(id)).containsExactly("published 3")));
    }

    /** Moves the time of scheduled articles, whatever the service itself would allow; their new time. */
    private Instant bringForward(Duration fromNow, List<String> ids) {
        return jdbc.sql("""
                        with moved as (
                            update article set publish_time = now() + make_interval(secs => :seconds)
                            where id in (:ids) returning publish_time),
                        listed as (
                            update article_listing set publish_time = now() + make_interval(secs => :seconds)
                            where article_id in (:ids)),
                        timed as (
                            update platform.task set due_time = now() + make_interval(secs => :seconds)
                            where kind = 'publication' and key in (:ids))
                        select publish_time from moved""")
                .param("seconds", fromNow.toMillis() / 1000.0)
                .param("ids", ids)
                .query(OffsetDateTime.class)
                .list()
                .getFirst()
                .toInstant();
    }

    private int timers(List<String> ids) {
        return jdbc.sql("select count(*) from platform.task where kind = 'publication' and key in (:ids)")
                .param("ids", ids)
                .query(Integer.class)
                .single();
    }

    /** When it is listed, by each term. */
    private List<Instant> listingTimes(String id) {
        return jdbc.sql("select publish_time from article_listing where article_id = ?")
                .param(id)
                .query((row, _) -> Instants.of(row, "publish_time"))
                .list();
    }

    private boolean somebodyWaitsForLock() {
        return jdbc.sql("select count(*) > 0 from pg_stat_activity"
                        + " where datname = current_database() and wait_event_type = 'Lock'")
                .query(Boolean.class)
                .single();
    }

    private Article retitled(String id) {
        return editor().updateArticle(UpdateArticleRequest.newBuilder()
                        .setArticleId(id)
                        .setArticle(ArticleChange.newBuilder().setTitle("Corrected"))
                        .build())
                .getArticle();
    }

    private Article schedule(String id, Instant time) {
        return editor().scheduleArticle(ScheduleArticleRequest.newBuilder()
                        .setArticleId(id)
                        .setPublishTime(Timestamps.of(time))
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
