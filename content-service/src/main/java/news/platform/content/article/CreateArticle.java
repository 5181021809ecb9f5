package news.platform.content.article;

import news.platform.content.body.BodyHtml;
import news.platform.content.listing.Teaser;
import news.platform.content.revision.Revision;
import news.platform.persistence.IdSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Saves a new draft. */
@Component
class CreateArticle {
    private final JdbcArticles articles;
    private final SaveArticle saving;
    private final IdSource ids;

    CreateArticle(JdbcArticles articles, SaveArticle saving, IdSource ids) {
        this.articles = articles;
        this.saving = saving;
        this.ids = ids;
    }

    @Transactional
    public Article create(Teaser teaser, BodyHtml body, String editorId) {
        var draft = Article.draft(ids.next(), teaser, body, articles.now());
        saving.save(draft, Revision.Action.CREATED, editorId, "");
        return draft;
    }
}
