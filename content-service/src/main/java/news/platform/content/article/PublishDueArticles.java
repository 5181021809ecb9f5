package news.platform.content.article;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import news.platform.content.revision.Revision;
import news.platform.work.task.Timer;
import org.springframework.stereotype.Component;

/**
 * Makes published what readers see already: an article whose time has come is shown by its time alone, so nothing is late
 * when this is; it writes the state down and tells the others.
 */
@Component
final class PublishDueArticles implements Timer {
    private static final Duration SOON = Duration.ofMillis(500);

    private final Articles articles;
    private final SaveArticle saving;
    private final Publications publications;
    private final Clock clock;

    PublishDueArticles(Articles articles, SaveArticle saving, Publications publications, Clock clock) {
        this.articles = articles;
        this.saving = saving;
        this.publications = publications;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Publications.KIND;
    }

    /** Publishes it; a little later where an editor is at it, or where the database's clock says that it is too early. */
    @Override
    public void fire(String articleId) {
        var now = clock.instant();
        articles.lockDue(articleId)
                .ifPresentOrElse(
                        article -> saving.save(article.arrived(now), Revision.Action.PUBLISHED, "", ""),
                        () -> articles.scheduledFor(articleId)
                                .ifPresent(time -> publications.planAt(articleId, later(time, now.plus(SOON)))));
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
