package news.platform.content.article;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import news.platform.content.reading.ArticleState;
import news.platform.content.reading.ReadArticles;
import news.platform.content.revision.Revision;
import news.platform.grpc.resource.Etags;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What all changes of an article have in common. Who changes it at the same time waits, then meets the new etag. A scheduled
 * article whose time has come is published first, as the scheduler would have done: readers have it already, so nobody may
 * change that.
 */
@Component
final class ChangeArticle {
    private final Articles articles;
    private final SaveArticle saving;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ChangeArticle(Articles articles, SaveArticle saving, TransactionTemplate transaction, Clock clock) {
        this.articles = articles;
        this.saving = saving;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The article after the change. */
    Article change(Request request, Change change) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var locked = articles.lock(request.articleId()).orElseThrow(ReadArticles::notFound);
            var now = clock.instant();
            var article = arrived(locked, now);
            if (change.done().test(article)) {
                return article;
            }
            if (article.is(ArticleState.RECALLED)) {
                throw ReadArticles.recalled();
            }
            Etags.require(request.etag(), locked.version());
            var changed = change.apply().apply(article, now);
            return saving.save(changed, change.action(), request.editorId(), change.note());
        }));
    }

    private Article arrived(Article article, Instant now) {
        return article.is(ArticleState.SCHEDULED)
                        && articles.lockDue(article.id()).isPresent()
                ? saving.save(article.arrived(now), Revision.Action.PUBLISHED, "", "")
                : article;
    }

    /**
     * Who changes what.
     *
     * @param etag the version that the change is based on, empty for whatever there is
     */
    record Request(String articleId, String etag, String editorId) {}

    /**
     * What becomes of an article that is not recalled.
     *
     * @param action what the revision says was done
     * @param note what the revision says besides
     * @param done whether the article is already as it would become, so that a repeated request changes nothing
     * @param apply the article one version later; throws where the state does not allow it
     */
    record Change(
            Revision.Action action,
            String note,
            Predicate<Article> done,
            BiFunction<Article, Instant, Article> apply) {}
}
