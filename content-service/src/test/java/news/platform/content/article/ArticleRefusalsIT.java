package news.platform.content.article;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.FieldMask;
import com.google.protobuf.Timestamp;
import io.grpc.Status;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import news.platform.content.ContentServiceTest;
import news.platform.content.UsersTwin;
import news.platform.content.v1.ArticleChange;
import news.platform.content.v1.ArticleServiceGrpc.ArticleServiceBlockingStub;
import news.platform.content.v1.CreateArticleRequest;
import news.platform.content.v1.ListArticleRevisionsRequest;
import news.platform.content.v1.ListArticlesRequest;
import news.platform.content.v1.ListEditorialArticlesRequest;
import news.platform.content.v1.PublishArticleRequest;
import news.platform.content.v1.RecallArticleRequest;
import news.platform.content.v1.ScheduleArticleRequest;
import news.platform.content.v1.UpdateArticleRequest;
import news.platform.error.FieldViolation;
import org.junit.jupiter.api.Test;

class ArticleRefusalsIT extends ContentServiceTest {
    @Test
    void letsOnlyEditorsAndAdministratorsWrite() {
        var id = draft(story()).getId();
        List<Consumer<ArticleServiceBlockingStub>> calls = List.of(
                stub -> stub.createArticle(story().build()),
                stub -> stub.updateArticle(update(id).build()),
                stub -> stub.publishArticle(publish(id).build()),
                stub -> stub.scheduleArticle(schedule(id, 60).build()),
                stub -> stub.recallArticle(
                        RecallArticleRequest.newBuilder().setArticleId(id).build()),
                stub -> stub.listEditorialArticles(ListEditorialArticlesRequest.getDefaultInstance()),
                stub -> stub.listArticleRevisions(ListArticleRevisionsRequest.newBuilder()
                        .setArticleId(id)
                        .build()));

        for (var call : calls) {
            assertThat(refusal(() -> call.accept(anyone())).code()).isEqualTo(Status.Code.UNAUTHENTICATED);
            assertThat(refusal(() -> call.accept(as("reader-1", "reader"))).code())
                    .isEqualTo(Status.Code.PERMISSION_DENIED);
        }
        assertThat(as("admin-1", "admin").createArticle(story().build()).hasArticle())
                .isTrue();
    }

    @Test
    void refusesUnknownChannelNamingTheField() {
        var refused = refusal(() -> draft(story().addChannelIds("nowhere")));

        assertThat(refused.reason()).isEqualTo("UNKNOWN_CHANNEL");
        assertThat(refused.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(refused.violations()).extracting(FieldViolation::field).containsExactly("channelIds");
        var id = draft(story()).getId();
        var change = ArticleChange.newBuilder().addChannelIds("nowhere");
        assertThat(refusal(() -> editor().updateArticle(
                                        update(id).setArticle(change).build()))
                        .violations())
                .extracting(FieldViolation::field)
                .containsExactly("article.channelIds");
    }

    @Test
    void refusesUnknownAuthorNamingTheField() {
        var refused = refusal(() -> draft(story().addAuthorIds("nobody")));

        assertThat(refused.reason()).isEqualTo("UNKNOWN_AUTHOR");
        assertThat(refused.violations()).extracting(FieldViolation::field).containsExactly("authorIds");
    }

    @Test
    void cannotCheckAuthorsWhileUserServiceIsDown() {
        var author = users.registered("Ann");
        users.is(UsersTwin.Mood.DOWN);

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
        var late = refusal(() -> editor().scheduleArticle(schedule(draft, -1).build()));
        assertThat(late.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(late.violations()).extracting(FieldViolation::field).containsExactly("publishTime");
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

        assertThat(invalidFields(() -> draft(story().setTitle("  ")))).containsExactly("title");
        assertThat(invalidFields(() -> draft(story().setBodyHtml("{".repeat(300_000)))))
                .containsExactly("bodyHtml");
        assertThat(invalidFields(() -> editor().updateArticle(unknownPath.build())))
                .containsExactly("updateMask");
        assertThat(invalidFields(() -> editor().updateArticle(missingTitle.build())))
                .containsExactly("article.title");
        assertThat(invalidFields(() -> anyone().listArticles(
                                ListArticlesRequest.newBuilder().setPageSize(-1).build())))
                .containsExactly("pageSize");
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

        users.is(UsersTwin.Mood.DOWN);

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

    private static List<String> invalidFields(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        var refused = refusal(call);
        assertThat(refused.reason()).isEqualTo("INVALID_FIELD");
        return refused.violations().stream().map(FieldViolation::field).toList();
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
