package news.platform.content.article;

import java.util.Objects;
import news.platform.content.channel.JdbcChannels;
import news.platform.content.listing.ArticleState;
import news.platform.content.listing.JdbcListing;
import news.platform.content.listing.Terms;
import news.platform.content.revision.JdbcRevisions;
import news.platform.content.revision.Revision;
import org.springframework.stereotype.Component;

/**
 * What every save does, in the transaction of its caller: the article, its revision, the rows that it is found by and the
 * event that tells the others.
 */
@Component
final class SaveArticle {
    private final JdbcArticles articles;
    private final JdbcRevisions revisions;
    private final JdbcListing listing;
    private final JdbcChannels channels;
    private final ArticleEvents events;

    SaveArticle(
            JdbcArticles articles,
            JdbcRevisions revisions,
            JdbcListing listing,
            JdbcChannels channels,
            ArticleEvents events) {
        this.articles = articles;
        this.revisions = revisions;
        this.listing = listing;
        this.channels = channels;
        this.events = events;
    }

    void save(Article article, Revision.Action action, String editorId, String note) {
        if (article.version() == 1) {
            articles.add(article, editorId);
        } else {
            articles.replace(article, editorId);
        }
        revisions.add(article.id(), article.revision(action, editorId, note));
        switch (article.state()) {
            case DRAFT -> {}
            case SCHEDULED, PUBLISHED ->
                listing.list(
                        article.id(),
                        Objects.requireNonNull(article.publishTime()),
                        Terms.of(article.teaser(), channels.tree()));
            case RECALLED -> listing.unlist(article.id());
        }
        switch (action) {
            case CREATED, SCHEDULED -> {}
            case PUBLISHED -> events.published(article);
            case UPDATED -> {
                if (article.is(ArticleState.PUBLISHED)) {
                    events.updated(article);
                }
            }
            case RECALLED -> events.recalled(article);
        }
    }
}
