package news.platform.content.article;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import news.platform.content.channel.Channels;
import news.platform.content.media.ShowImages;
import news.platform.content.reading.ArticleState;
import news.platform.content.reading.ListedArticles;
import news.platform.content.revision.Revision;
import news.platform.content.revision.Revisions;
import org.springframework.stereotype.Component;

/**
 * What every save does, in the transaction of its caller: the article, its revision, the rows that it is found by, the images
 * that it shows, its publication when it is scheduled, and the event that tells the others.
 */
@Component
final class SaveArticle {
    private final Articles articles;
    private final Revisions revisions;
    private final ShowImages images;
    private final ListedArticles listing;
    private final Channels channels;
    private final ArticleEvents events;
    private final Publications publications;

    SaveArticle(
            Articles articles,
            Revisions revisions,
            ShowImages images,
            ListedArticles listing,
            Channels channels,
            ArticleEvents events,
            Publications publications) {
        this.articles = articles;
        this.revisions = revisions;
        this.images = images;
        this.listing = listing;
        this.channels = channels;
        this.events = events;
        this.publications = publications;
    }

    /** The article as it was saved. */
    Article save(Article changed, Revision.Action action, String editorId, String note) {
        var article = changed.version() == 1 ? articles.add(changed, editorId) : articles.replace(changed, editorId);
        revisions.add(article.id(), article.revision(action, editorId, note));
        var shown = shown(article);
        if (article.version() > 1 || !shown.isEmpty()) {
            images.show("articles/" + article.id(), shown);
        }
        switch (article.state()) {
            case DRAFT -> {}
            case SCHEDULED -> {
                list(article);
                publications.plan(article);
            }
            case PUBLISHED -> list(article);
            case RECALLED -> listing.unlist(article.id());
        }
        switch (action) {
            case CREATED, SCHEDULED -> {}
            case PUBLISHED -> {
                publications.done(article.id());
                events.published(article);
            }
            case UPDATED -> {
                if (article.is(ArticleState.PUBLISHED)) {
                    events.updated(article);
                }
            }
            case RECALLED -> events.recalled(article);
        }
        return article;
    }

    private static Set<String> shown(Article article) {
        return article.is(ArticleState.RECALLED)
                ? Set.of()
                : ShowImages.of(
                        List.of(article.teaser().coverUrl()), article.body().html());
    }

    private void list(Article article) {
        listing.list(article.id(), Objects.requireNonNull(article.publishTime()), article.teaser(), channels.tree());
    }
}
