package news.platform.content.article;

import java.time.Instant;
import news.platform.content.article.ChangeArticle.Change;
import news.platform.content.article.ChangeArticle.Request;
import news.platform.content.reading.ArticleState;
import news.platform.content.revision.Revision;
import news.platform.content.v1.ContentReason;
import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;
import org.springframework.stereotype.Component;

/** Gives an article to readers, later; {@link PublishDueArticles} does so when the time has come. */
@Component
final class ScheduleArticle {
    private final ChangeArticle changing;

    ScheduleArticle(ChangeArticle changing) {
        this.changing = changing;
    }

    Article schedule(Request request, Instant publishTime) {
        return changing.change(
                request,
                new Change(
                        Revision.Action.SCHEDULED,
                        "",
                        article -> article.is(ArticleState.SCHEDULED) && publishTime.equals(article.publishTime()),
                        (article, now) -> scheduled(article, publishTime, now)));
    }

    private static Article scheduled(Article article, Instant publishTime, Instant now) {
        if (article.is(ArticleState.PUBLISHED)) {
            throw new DomainException(ContentReason.ARTICLE_PUBLISHED, "readers have this article already");
        }
        if (!publishTime.isAfter(now)) {
            throw DomainException.field(
                    PlatformReason.INVALID_FIELD, "publishTime", "has passed (expected: later than " + now + ")");
        }
        return article.requireComplete().in(ArticleState.SCHEDULED, publishTime, now);
    }
}
