package news.platform.content.article;

import java.time.Clock;
import java.time.Instant;
import news.platform.content.body.BodyHtml;
import news.platform.content.reading.ArticleState;
import news.platform.content.reading.Teaser;
import news.platform.content.revision.Revision;
import news.platform.persistence.IdSource;
import org.springframework.stereotype.Component;

/**
 * Takes articles over from outside, in the transaction of its caller. They are published at once. A later version replaces
 * the words, an editor's too: the source corrects itself, and what the editor wrote stays in the revisions. Whether the
 * article is premium remains the editors' decision, and what they recalled stays recalled.
 */
@Component
public final class ImportArticle {
    private final Articles articles;
    private final SaveArticle saving;
    private final IdSource ids;
    private final Clock clock;

    ImportArticle(Articles articles, SaveArticle saving, IdSource ids, Clock clock) {
        this.articles = articles;
        this.saving = saving;
        this.ids = ids;
        this.clock = clock;
    }

    /** The id of the article that an import may make. */
    public String nextId() {
        return ids.next();
    }

    /**
     * Publishes it, or replaces what is there.
     *
     * @param publishTime what the source says; a time to come counts as now, a known article keeps its own
     */
    public void take(String articleId, Teaser teaser, BodyHtml body, Instant publishTime) {
        var known = articles.lock(articleId);
        var now = clock.instant();
        if (known.isEmpty()) {
            var time = publishTime.isAfter(now) ? now : publishTime;
            var article = Article.imported(articleId, teaser, body, time, now);
            saving.save(article, Revision.Action.PUBLISHED, "", "");
            return;
        }
        var article = known.get();
        var words = teaser.with(teaser.summary(), article.teaser().premium());
        if (article.is(ArticleState.RECALLED) || article.says(words, body)) {
            return;
        }
        saving.save(article.rewritten(words, body, now), Revision.Action.UPDATED, "", "");
    }

    /** Recalls it, where it is there. */
    public void withdraw(String articleId) {
        articles.lock(articleId)
                .filter(article -> article.is(ArticleState.PUBLISHED))
                .map(article -> article.in(ArticleState.RECALLED, article.publishTime(), clock.instant()))
                .ifPresent(article -> saving.save(article, Revision.Action.RECALLED, "", "withdrawn by the source"));
    }
}
