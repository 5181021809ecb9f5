package news.platform.content.article;

import java.time.Instant;
import news.platform.content.body.BodyHtml;
import news.platform.content.reading.ArticleState;
import news.platform.content.reading.ListedArticle;
import news.platform.content.reading.Teaser;
import news.platform.content.revision.Revision;
import news.platform.content.v1.ContentReason;
import news.platform.error.DomainException;
import org.jspecify.annotations.Nullable;

/**
 * An article as it is written.
 *
 * @param version 1 for the first save, then rising by one
 * @param teaser everybody reads it: that of a premium article gives no more of the body away than the preview does
 * @param publishTime null for a draft; never changes once it is published
 */
record Article(
        String id,
        long version,
        ArticleState state,
        Teaser teaser,
        BodyHtml body,
        @Nullable Instant publishTime,
        Instant updateTime) {

    Article {
        if (teaser.premium()) {
            teaser = teaser.with(body.boundedSummary(teaser.summary()), true);
        }
    }

    static Article draft(String id, Teaser teaser, BodyHtml body, Instant now) {
        return new Article(id, 1, ArticleState.DRAFT, teaser, body, null, now);
    }

    /** An article from outside: readers have it at once, complete or not. */
    static Article imported(String id, Teaser teaser, BodyHtml body, Instant publishTime, Instant now) {
        return new Article(id, 1, ArticleState.PUBLISHED, teaser, body, publishTime, now);
    }

    Article rewritten(Teaser newTeaser, BodyHtml newBody, Instant now) {
        return new Article(id, version + 1, state, newTeaser, newBody, publishTime, now);
    }

    /** Whether these words are the ones it has: saving them would make a version in which nothing is new. */
    boolean says(Teaser otherTeaser, BodyHtml otherBody) {
        var other = new Article(id, version, state, otherTeaser, otherBody, publishTime, updateTime);
        return teaser.equals(other.teaser) && body.html().equals(otherBody.html());
    }

    Article in(ArticleState newState, @Nullable Instant newPublishTime, Instant now) {
        return new Article(id, version + 1, newState, teaser, body, newPublishTime, now);
    }

    /** What the scheduler makes of it when its time has come: the publish time stays the one promised. */
    Article arrived(Instant now) {
        return in(ArticleState.PUBLISHED, publishTime, now);
    }

    /** As it was saved: see {@link Articles}. */
    Article at(@Nullable Instant savedPublishTime) {
        return new Article(id, version, state, teaser, body, savedPublishTime, updateTime);
    }

    boolean is(ArticleState other) {
        return state == other;
    }

    Article requireComplete() {
        if (body.isBlank()) {
            throw new DomainException(ContentReason.ARTICLE_INCOMPLETE, "readers need a body, this article has none");
        }
        if (teaser.channelIds().isEmpty()) {
            throw new DomainException(
                    ContentReason.ARTICLE_INCOMPLETE, "readers need a channel, this article has none");
        }
        return this;
    }

    ListedArticle listed() {
        return new ListedArticle(id, version, state, teaser, publishTime, updateTime);
    }

    /** This version as it is kept for editors to look back. */
    Revision revision(Revision.Action action, String editorId, String note) {
        return new Revision(version, teaser.title(), teaser.summary(), body.html(), editorId, updateTime, action, note);
    }
}
