package news.platform.content.article;

import static news.platform.test.grpc.Refusals.assertInvalid;
import static news.platform.test.grpc.Refusals.assertRefused;
import static news.platform.test.grpc.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.FieldMask;
import com.google.protobuf.Timestamp;
import io.grpc.Status;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import news.platform.content.ContentServiceTest;
import news.platform.content.v1.ArticleChange;
import news.platform.content.v1.CreateArticleRequest;
import news.platform.content.v1.ListArticleRevisionsRequest;
import news.platform.content.v1.ListArticlesRequest;
import news.platform.content.v1.PublishArticleRequest;
import news.platform.content.v1.RecallArticleRequest;
import news.platform.content.v1.ScheduleArticleRequest;
import news.platform.content.v1.UpdateArticleRequest;
import news.platform.test.grpc.ServiceTwin.Mood;
import org.junit.jupiter.api.Test;

class ArticleRefusalsIT extends ContentServiceTest {
    @Test
    void refusesUnknownChannelNamingTheField() {
        var id = draft(story()).getId();
        var change = ArticleChange.newBuilder().addChannelIds("nowhere");

        assertRefused(
                Status.Code.INVALID_ARGUMENT,
                "UNKNOWN_CHANNEL",
                () -> draft(story().addChannelIds("nowhere")),
                "channelIds");
        assertRefused(
                "UNKNOWN_CHANNEL",
                () -> editor().updateArticle(update(id).setArticle(change).build()),
                "article.channelIds");
    }

    @Test
    void refusesUnknownAuthorNamingTheField() {
        assertRefused("UNKNOWN_AUTHOR", () -> draft(story().addAuthorIds("nobody")), "authorIds");
    }

    @Test
    void cannotCheckAuthorsWhileUserServiceIsDown() {
        var author = users.registered("Ann");
        users.is(Mood.DOWN);

        var refused = refusal(() -> draft(story().addAuthorIds(author)));

        assertThat(refused.reason()).isEqualTo("AUTHORS_UNAVAILABLE");
        assertThat(refused.code()).isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(refused.retryAfter()).isPresent();
    }

    @Test
    void refusesStaleEtagAndChangesNothing() {
        var published = published(story());

        assertRefused("ETAG_MISMATCH", () -> editor().updateArticle(
                        update(published.getId()).setEtag("v1").build()));
        assertRefused("ETAG_MISMATCH", () -> editor().recallArticle(RecallArticleRequest.newBuilder()
                .setArticleId(published.getId())
                .setEtag("v1")
                .build()));
        assertThat(read(anyone(), published.getId())).isEqualTo(published);
    }

    @Test
    void refusesToShowReadersIncompleteArticle() {
        var bodyless = draft(story().clearBodyHtml()).getId();
        var homeless = draft(story().clearChannelIds()).getId();
        var published = published(story()).getId();
        var emptied = update(published).setArticle(ArticleChange.newBuilder().setBodyHtml("<script>x</script>"));

        for (var id : List.of(bodyless, homeless)) {
            assertRefused("ARTICLE_INCOMPLETE", () -> editor().publishArticle(
                            publish(id).build()));
            assertRefused("ARTICLE_INCOMPLETE", () -> editor().scheduleArticle(
                            schedule(id, 60).build()));
        }
        assertRefused("ARTICLE_INCOMPLETE", () -> editor().updateArticle(emptied.build()));
    }

    @Test
    void refusesToScheduleWhatReadersHaveAndTimesThatHavePassed() {
        var published = published(story()).getId();
        var draft = draft(story()).getId();

        assertRefused("ARTICLE_PUBLISHED", () -> editor().scheduleArticle(
                        schedule(published, 60).build()));
        assertInvalid(() -> editor().scheduleArticle(schedule(draft, -1).build()), "publishTime");
    }

    @Test
    void refusesToRecallWhatReadersNeverHad() {
        var draft = draft(story()).getId();
        var recall = RecallArticleRequest.newBuilder().setArticleId(draft).build();

        assertRefused("ARTICLE_NOT_PUBLISHED", () -> editor().recallArticle(recall));
    }

    @Test
    void knowsNoArticleOfThatId() {
        var id = UUID.randomUUID().toString();

        assertRefused("ARTICLE_NOT_FOUND", () -> read(anyone(), id));
        assertRefused(
                "ARTICLE_NOT_FOUND", () -> editor().updateArticle(update(id).build()));
        assertRefused(
                "ARTICLE_NOT_FOUND", () -> editor().publishArticle(publish(id).build()));
        assertRefused("ARTICLE_NOT_FOUND", () -> editor().listArticleRevisions(ListArticleRevisionsRequest.newBuilder()
                .setArticleId(id)
                .build()));
    }

    @Test
    void refusesTokenOfAnotherList() {
        var tag = freshTag();
        published(story().addTags(tag));
        published(story().addTags(tag));
        var page = anyone().listArticles(ListArticlesRequest.newBuilder()
                .setTag(tag)
                .setPageSize(1)
                .build());
        var other = ListArticlesRequest.newBuilder().setTag("other").setPageToken(page.getNextPageToken());
        var forged = ListArticlesRequest.newBuilder().setTag(tag).setPageToken(page.getNextPageToken() + "A");

        assertRefused("BAD_PAGE_TOKEN", () -> anyone().listArticles(other.build()));
        assertRefused("BAD_PAGE_TOKEN", () -> anyone().listArticles(forged.build()));
    }

    @Test
    void refusesFieldsOutsideTheirRules() {
        var id = draft(story()).getId();
        var unknownPath = update(id).setUpdateMask(FieldMask.newBuilder().addPaths("state"));
        var missingTitle = update(id)
                .setArticle(ArticleChange.getDefaultInstance())
                .setUpdateMask(FieldMask.newBuilder().addPaths("title"));

        assertInvalid(() -> draft(story().setTitle("  ")), "title");
        assertInvalid(() -> draft(story().setBodyHtml("{".repeat(300_000))), "bodyHtml");
        assertInvalid(() -> editor().updateArticle(unknownPath.build()), "updateMask");
        assertInvalid(() -> editor().updateArticle(missingTitle.build()), "article.title");
        assertInvalid(
                () -> anyone().listArticles(
                                ListArticlesRequest.newBuilder().setPageSize(-1).build()),
                "pageSize");
    }

    @Test
    void answersRepeatedCreationOnceUnderItsKey() {
        var key = UUID.randomUUID().toString();
        var request = story().addTags(freshTag()).build();

        var first = editorWithKey(key).createArticle(request);
        var again = editorWithKey(key).createArticle(request);

        assertThat(again).isEqualTo(first);
        assertThat(jdbc.sql("select count(*) from article where ? = any (tags)")
                        .param(request.getTags(0))
                        .query(Integer.class)
                        .single())
                .isOne();
        CreateArticleRequest other = request.toBuilder().setTitle("other").build();
        assertRefused("IDEMPOTENCY_KEY_REUSED", () -> editorWithKey(key).createArticle(other));
    }

    @Test
    void answersRepeatedCreationWhileUserServiceIsDown() {
        var key = UUID.randomUUID().toString();
        var request = story().addAuthorIds(users.registered("Ann Author")).build();
        var first = editorWithKey(key).createArticle(request);

        users.is(Mood.DOWN);

        assertThat(editorWithKey(key).createArticle(request)).isEqualTo(first);
        assertRefused(
                "AUTHORS_UNAVAILABLE",
                () -> editorWithKey(UUID.randomUUID().toString()).createArticle(request));
    }

    @Test
    void refusesTokenOfAFilterWhoseTagReadsLikeTwoFilters() {
        var tag = freshTag();
        published(story().addTags(tag).addChannelIds("forex"));
        published(story().addTags(tag).addChannelIds("forex"));
        var page = anyone().listArticles(ListArticlesRequest.newBuilder()
                .setTag(tag)
                .setChannel("forex")
                .setPageSize(1)
                .build());

        var other =
                ListArticlesRequest.newBuilder().setTag(tag + ", channel:forex").setPageToken(page.getNextPageToken());

        assertThat(page.getNextPageToken()).isNotEmpty();
        assertRefused("BAD_PAGE_TOKEN", () -> anyone().listArticles(other.build()));
    }

    private static UpdateArticleRequest.Builder update(String id) {
        return UpdateArticleRequest.newBuilder()
                .setArticleId(id)
                .setArticle(ArticleChange.newBuilder().setTitle("Other"));
    }

    private static PublishArticleRequest.Builder publish(String id) {
        return PublishArticleRequest.newBuilder().setArticleId(id);
    }

    private static ScheduleArticleRequest.Builder schedule(String id, long inSeconds) {
        return ScheduleArticleRequest.newBuilder()
                .setArticleId(id)
                .setPublishTime(Timestamp.newBuilder().setSeconds(Instant.now().getEpochSecond() + inSeconds));
    }
}
