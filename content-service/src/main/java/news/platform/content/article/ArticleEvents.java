package news.platform.content.article;

import news.platform.content.v1.ArticlePublished;
import news.platform.content.v1.ArticleRecalled;
import news.platform.content.v1.ArticleUpdated;
import news.platform.messaging.Outbox;
import news.platform.proto.Timestamps;
import org.springframework.stereotype.Component;

/**
 * Tells the others what happened, through the outbox of the current transaction. The byline's users go by id alone: their
 * names are user-service's to tell.
 */
@Component
final class ArticleEvents {
    private final Outbox outbox;

    ArticleEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void published(Article article) {
        outbox.publish(ArticlePublished.newBuilder()
                .setArticleId(article.id())
                .setVersion(article.version())
                .setArticle(ArticleProtos.told(article))
                .build());
    }

    void updated(Article article) {
        outbox.publish(ArticleUpdated.newBuilder()
                .setArticleId(article.id())
                .setVersion(article.version())
                .setArticle(ArticleProtos.told(article))
                .build());
    }

    void recalled(Article article) {
        outbox.publish(ArticleRecalled.newBuilder()
                .setArticleId(article.id())
                .setVersion(article.version())
                .setRecallTime(Timestamps.of(article.updateTime()))
                .build());
    }
}
