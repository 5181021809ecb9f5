package news.platform.content.article;

import java.time.Instant;
import news.platform.content.article.ChangeArticle.Change;
import news.platform.content.article.ChangeArticle.Request;
import news.platform.content.reading.ArticleState;
import news.platform.content.revision.Revision;
import news.platform.content.v1.ContentReason;
import news.platform.error.DomainException;
import org.springframework.stereotype.Component;

/** Takes an article away from readers, for good. */
@Component
final class RecallArticle {
    private final ChangeArticle changing;

    RecallArticle(ChangeArticle changing) {
        this.changing = changing;
    }

    /** @param note why, for editors */
    Article recall(Request request, String note) {
        return changing.change(
                request,
                new Change(
                        Revision.Action.RECALLED,
                        note,
                        article -> article.is(ArticleState.RECALLED),
                        RecallArticle::recalled));
    }

    private static Article recalled(Article article, Instant now) {
        if (!article.is(ArticleState.PUBLISHED)) {
            throw new DomainException(ContentReason.ARTICLE_NOT_PUBLISHED, "readers do not have this article");
        }
        return article.in(ArticleState.RECALLED, article.publishTime(), now);
    }
}
