package news.platform.content.article;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import news.platform.work.Rounds;
import news.platform.work.task.Agenda;
import org.springframework.stereotype.Component;

/** When articles are to be published: a timer for each that is scheduled, which {@link PublishDueArticles} fires. */
@Component
final class Publications {
    static final String KIND = "publication";

    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final int BATCH = 100;

    private final Agenda agenda;
    private final Articles articles;
    private final Clock clock;

    Publications(Agenda agenda, Articles articles, Clock clock, Rounds rounds) {
        this.agenda = agenda;
        this.articles = articles;
        this.clock = clock;
        rounds.every("publication-timers", EVERY, this::ensureTimers);
    }

    /** Has a scheduled article published at its time. */
    void plan(Article scheduled) {
        planAt(scheduled.id(), Objects.requireNonNull(scheduled.publishTime()));
    }

    void planAt(String articleId, Instant time) {
        agenda.schedule(KIND, articleId, time);
    }

    /** It is published. */
    void done(String articleId) {
        agenda.cancel(KIND, articleId);
    }

    /** What a build that knew no timers has scheduled, before or during an update, has none. */
    void ensureTimers() {
        articles.due(BATCH).forEach(articleId -> agenda.ensure(KIND, articleId, "", clock.instant()));
    }
}
