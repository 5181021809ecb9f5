package news.platform.content.article;

import news.platform.content.article.ChangeArticle.Change;
import news.platform.content.article.ChangeArticle.Request;
import news.platform.content.reading.ArticleState;
import news.platform.content.revision.Revision;
import org.springframework.stereotype.Component;

/** Gives an article to readers, now; one that they have stays as it is. */
@Component
final class PublishArticle {
    private static final Change PUBLISH = new Change(
            Revision.Action.PUBLISHED,
            "",
            article -> article.is(ArticleState.PUBLISHED),
            (article, now) -> article.requireComplete().in(ArticleState.PUBLISHED, now, now));

    private final ChangeArticle changing;

    PublishArticle(ChangeArticle changing) {
        this.changing = changing;
    }

    Article publish(Request request) {
        return changing.change(request, PUBLISH);
    }
}
