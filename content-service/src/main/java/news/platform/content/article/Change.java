package news.platform.content.article;

import java.time.Instant;
import news.platform.content.listing.ArticleState;
import news.platform.content.revision.Revision;
import news.platform.content.v1.ContentReason;
import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;

/** What an editor does to an article that is not recalled. */
sealed interface Change {
    /** The article afterwards, one version later; throws where the state does not allow it. */
    Article apply(Article article, Instant now);

    /** Whether the article is already as the change would make it, so that a repeated request changes nothing. */
    default boolean done(Article article) {
        return false;
    }

    /** What the revision says was done. */
    Revision.Action action();

    /** What the revision says besides. */
    default String note() {
        return "";
    }

    /** Other words; readers of a published article see them at once, so it must stay complete. */
    record Rewrite(ArticlePatch patch) implements Change {
        @Override
        public Article apply(Article article, Instant now) {
            var rewritten = article.rewritten(patch.teaser(article.teaser()), patch.body(article.body()), now);
            return article.is(ArticleState.DRAFT) ? rewritten : rewritten.requireComplete();
        }

        @Override
        public boolean done(Article article) {
            return !article.is(ArticleState.RECALLED)
                    && article.says(patch.teaser(article.teaser()), patch.body(article.body()));
        }

        @Override
        public Revision.Action action() {
            return Revision.Action.UPDATED;
        }
    }

    /** For readers, now. */
    record Publish() implements Change {
        @Override
        public Article apply(Article article, Instant now) {
            return article.requireComplete().in(ArticleState.PUBLISHED, now, now);
        }

        @Override
        public boolean done(Article article) {
            return article.is(ArticleState.PUBLISHED);
        }

        @Override
        public Revision.Action action() {
            return Revision.Action.PUBLISHED;
        }
    }

    /** For readers, later. */
    record Schedule(Instant publishTime) implements Change {
        @Override
        public Article apply(Article article, Instant now) {
            if (article.is(ArticleState.PUBLISHED)) {
                throw new DomainException(ContentReason.ARTICLE_PUBLISHED, "readers have this article already");
            }
            if (!publishTime.isAfter(now)) {
                throw DomainException.field(
                        PlatformReason.INVALID_FIELD, "publishTime", "has passed (expected: later than " + now + ")");
            }
            return article.requireComplete().in(ArticleState.SCHEDULED, publishTime, now);
        }

        @Override
        public boolean done(Article article) {
            return article.is(ArticleState.SCHEDULED) && publishTime.equals(article.publishTime());
        }

        @Override
        public Revision.Action action() {
            return Revision.Action.SCHEDULED;
        }
    }

    /** For nobody any more. */
    record Recall(String note) implements Change {
        @Override
        public Article apply(Article article, Instant now) {
            if (!article.is(ArticleState.PUBLISHED)) {
                throw new DomainException(ContentReason.ARTICLE_NOT_PUBLISHED, "readers do not have this article");
            }
            return article.in(ArticleState.RECALLED, article.publishTime(), now);
        }

        @Override
        public boolean done(Article article) {
            return article.is(ArticleState.RECALLED);
        }

        @Override
        public Revision.Action action() {
            return Revision.Action.RECALLED;
        }
    }
}
