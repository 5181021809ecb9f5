package news.platform.content.article;

import static news.platform.test.grpc.Refusals.assertRefused;
import static news.platform.test.grpc.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.FieldMask;
import news.platform.content.ContentServiceTest;
import news.platform.content.v1.ArticleChange;
import news.platform.content.v1.ArticlePublished;
import news.platform.content.v1.ArticleState;
import news.platform.content.v1.ListArticleRevisionsRequest;
import news.platform.content.v1.ListArticlesRequest;
import news.platform.content.v1.PublishArticleRequest;
import news.platform.content.v1.RecallArticleRequest;
import news.platform.content.v1.Revision;
import news.platform.content.v1.UpdateArticleRequest;
import org.junit.jupiter.api.Test;

class ArticleLifecycleIT extends ContentServiceTest {
    @Test
    void savesDraftForEditorsOnly() {
        var author = users.registered("Ann Author");
        var draft = draft(story().addAuthorIds(author)
                .addSymbols("AAPL")
                .addTags("fed")
                .setCoverUrl("https://a.example/c.png")
                .setPremium(true));

        assertThat(draft.getState()).isEqualTo(ArticleState.ARTICLE_STATE_DRAFT);
        assertThat(draft.hasPublishTime()).isFalse();
        assertThat(draft.getEtag()).isEqualTo("v1");
        assertThat(draft.getAuthors(0).getDisplayName()).isEqualTo("Ann Author");
        assertThat(read(editor(), draft.getId())).isEqualTo(draft);
        assertRefused("ARTICLE_NOT_FOUND", () -> read(anyone(), draft.getId()));
        assertRefused("ARTICLE_NOT_FOUND", () -> read(as("reader-1", "reader"), draft.getId()));
    }

    @Test
    void publishesDraft() {
        var tag = freshTag();
        var draft = draft(story().addTags(tag));

        var published = publish(draft.getId(), draft.getEtag());

        assertThat(published.getState()).isEqualTo(ArticleState.ARTICLE_STATE_PUBLISHED);
        assertThat(published.getEtag()).isEqualTo("v2");
        assertThat(read(anyone(), draft.getId()).getBodyHtml()).isEqualTo(story().getBodyHtml());
        assertThat(read(anyone(), draft.getId()).getAccess().getReason()).isEqualTo("FREE");
        assertThat(listed(tag)).containsExactly(draft.getId());
        assertThat(events.facts(draft.getId())).containsExactly("published 2");
        var event =
                events.of(ArticlePublished.getDefaultInstance(), draft.getId()).getFirst();
        assertThat(event.getArticle().getBodyHtml()).isEqualTo(story().getBodyHtml());
    }

    @Test
    void publishesOnceHoweverOftenItIsAsked() {
        var published = published(story());

        var again = publish(published.getId(), "v1");

        assertThat(again.getEtag()).isEqualTo(published.getEtag());
        assertThat(again.getPublishTime()).isEqualTo(published.getPublishTime());
    }

    @Test
    void showsChangeOfPublishedArticleAtOnceAndKeepsItsPublishTime() {
        var oldTag = freshTag();
        var newTag = freshTag();
        var published = published(story().addTags(oldTag));

        var updated = update(
                published.getId(),
                published.getEtag(),
                ArticleChange.newBuilder()
                        .setTitle("Fed holds rates (corrected)")
                        .addTags(newTag)
                        .build());

        assertThat(updated.getEtag()).isEqualTo("v3");
        assertThat(updated.getSummary()).isEqualTo(published.getSummary());
        assertThat(updated.getPublishTime()).isEqualTo(published.getPublishTime());
        assertThat(read(anyone(), published.getId()).getTitle()).isEqualTo("Fed holds rates (corrected)");
        assertThat(listed(oldTag)).isEmpty();
        assertThat(listed(newTag)).containsExactly(published.getId());
        assertThat(events.facts(published.getId())).containsExactly("published 2", "updated 3");
    }

    @Test
    void clearsFieldThatTheMaskNames() {
        var draft = draft(story().addTags("a"));

        var request = UpdateArticleRequest.newBuilder()
                .setArticleId(draft.getId())
                .setArticle(ArticleChange.newBuilder().setTitle("not named, so not taken"))
                .setUpdateMask(FieldMask.newBuilder().addPaths("summary").addPaths("tags"));
        var updated = editor().updateArticle(request.build()).getArticle();

        assertThat(updated.getSummary()).isEmpty();
        assertThat(updated.getTagsList()).isEmpty();
        assertThat(updated.getTitle()).isEqualTo(draft.getTitle());
    }

    @Test
    void makesNoVersionOfAChangeThatChangesNothing() {
        var published = published(story().addTags("fed"));
        var same = ArticleChange.newBuilder()
                .setTitle(story().getTitle())
                .setBodyHtml(story().getBodyHtml())
                .addTags("fed")
                .build();

        var afterNothing = update(published.getId(), published.getEtag(), ArticleChange.getDefaultInstance());
        var afterTheSame = update(published.getId(), published.getEtag(), same);
        var afterARetry = update(published.getId(), "v1", same);
        var changed = update(
                published.getId(),
                published.getEtag(),
                ArticleChange.newBuilder().setTitle("Fed cuts").build());

        assertThat(afterNothing).isEqualTo(published);
        assertThat(afterTheSame).isEqualTo(published);
        assertThat(afterARetry).isEqualTo(published);
        assertThat(changed.getEtag()).isEqualTo("v3");
        assertThat(revisions(published.getId())).containsExactly("UPDATED", "PUBLISHED", "CREATED");
        assertThat(events.facts(published.getId())).containsExactly("published 2", "updated 3");
    }

    @Test
    void refusesEvenAChangeThatChangesNothingOfARecalledArticle() {
        var published = published(story());
        recall(published.getId(), "wrong figure");

        assertRefused("ARTICLE_RECALLED", () -> update(published.getId(), "", ArticleChange.getDefaultInstance()));
    }

    @Test
    void recallsForGood() {
        var tag = freshTag();
        var published = published(story().addTags(tag));

        var recalled = recall(published.getId(), "wrong figure");

        assertThat(recalled.getState()).isEqualTo(ArticleState.ARTICLE_STATE_RECALLED);
        assertThat(recall(published.getId(), "again").getEtag()).isEqualTo(recalled.getEtag());
        assertThat(refusal(() -> read(anyone(), published.getId())).httpStatus())
                .isEqualTo(410);
        assertRefused("ARTICLE_RECALLED", () -> read(editor(), published.getId()));
        assertRefused("ARTICLE_RECALLED", () -> publish(published.getId(), ""));
        assertThat(listed(tag)).isEmpty();
        assertThat(events.facts(published.getId())).containsExactly("published 2", "recalled 3");
    }

    @Test
    void keepsRevisionOfEverySave() {
        var draft = draft(story());
        update(draft.getId(), "", ArticleChange.newBuilder().setTitle("second").build());
        publish(draft.getId(), "");
        recall(draft.getId(), "why not");

        var first = editor().listArticleRevisions(ListArticleRevisionsRequest.newBuilder()
                .setArticleId(draft.getId())
                .setPageSize(3)
                .build());
        var rest = editor().listArticleRevisions(ListArticleRevisionsRequest.newBuilder()
                .setArticleId(draft.getId())
                .setPageSize(3)
                .setPageToken(first.getNextPageToken())
                .build());

        assertThat(first.getRevisionsList())
                .extracting(Revision::getAction)
                .containsExactly("RECALLED", "PUBLISHED", "UPDATED");
        assertThat(first.getRevisions(0).getNote()).isEqualTo("why not");
        assertThat(first.getRevisions(2).getTitle()).isEqualTo("second");
        assertThat(rest.getRevisionsList()).extracting(Revision::getNumber).containsExactly(1L);
        assertThat(rest.getRevisions(0).getEditorId()).isEqualTo("editor-1");
        assertThat(rest.getNextPageToken()).isEmpty();
    }

    private java.util.List<String> revisions(String id) {
        return editor()
                .listArticleRevisions(ListArticleRevisionsRequest.newBuilder()
                        .setArticleId(id)
                        .build())
                .getRevisionsList()
                .stream()
                .map(Revision::getAction)
                .toList();
    }

    private news.platform.content.v1.Article publish(String id, String etag) {
        return editor().publishArticle(PublishArticleRequest.newBuilder()
                        .setArticleId(id)
                        .setEtag(etag)
                        .build())
                .getArticle();
    }

    private news.platform.content.v1.Article recall(String id, String note) {
        return editor().recallArticle(RecallArticleRequest.newBuilder()
                        .setArticleId(id)
                        .setNote(note)
                        .build())
                .getArticle();
    }

    private news.platform.content.v1.Article update(String id, String etag, ArticleChange change) {
        return editor().updateArticle(UpdateArticleRequest.newBuilder()
                        .setArticleId(id)
                        .setEtag(etag)
                        .setArticle(change)
                        .build())
                .getArticle();
    }

    private java.util.List<String> listed(String tag) {
        return anyone()
                .listArticles(ListArticlesRequest.newBuilder().setTag(tag).build())
                .getArticlesList()
                .stream()
                .map(news.platform.content.v1.Article::getId)
                .toList();
    }
}
