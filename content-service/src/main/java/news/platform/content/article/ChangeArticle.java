package news.platform.content.article;

import news.platform.content.revision.Revision;
import news.platform.content.v1.ContentReason;
import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes one article. Who changes it at the same time waits, then meets the new etag. A scheduled article whose time has
 * come is published first, as the scheduler would have done: readers have it already, so nobody may change that.
 */
@Component
class ChangeArticle {
    private final JdbcArticles articles;
    private final SaveArticle saving;

    ChangeArticle(JdbcArticles articles, SaveArticle saving) {
        this.articles = articles;
        this.saving = saving;
    }

    /**
     * The article after the change.
     *
     * @param etag the version that the change is based on, empty for whatever there is
     */
    @Transactional
    public Article change(String articleId, String etag, String editorId, Change change) {
        var locked = articles.lock(articleId).orElseThrow(ChangeArticle::notFound);
        var now = articles.now();
        var article = locked;
        if (locked.due(now)) {
            article = locked.arrived(now);
            saving.save(article, Revision.Action.PUBLISHED, "", "");
        }
        if (change.done(article)) {
            return article;
        }
        refuseRecalled(article);
        if (!etag.isEmpty() && !etag.equals(locked.etag())) {
            throw new DomainException(
                    PlatformReason.ETAG_MISMATCH, "the article has changed meanwhile: read it again, then decide");
        }
        var changed = change.apply(article, now);
        saving.save(changed, change.action(), editorId, change.note());
        return changed;
    }

    static DomainException notFound() {
        return new DomainException(ContentReason.ARTICLE_NOT_FOUND, "there is no such article");
    }

    static DomainException recalled() {
        return new DomainException(ContentReason.ARTICLE_RECALLED, "this article was withdrawn");
    }

    private static void refuseRecalled(Article article) {
        switch (article.state()) {
            case DRAFT, SCHEDULED, PUBLISHED -> {}
            case RECALLED -> throw recalled();
        }
    }
}
