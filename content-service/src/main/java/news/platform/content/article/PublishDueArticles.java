package news.platform.content.article;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import news.platform.content.revision.Revision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes published what readers see already: an article whose time has come is shown by its time alone, so nothing is late
 * when this is; it writes the state down and tells the others. Each article is a transaction of its own and locked by one
 * replica at a time, the others pass over it.
 */
@Component
final class PublishDueArticles implements SchedulingConfigurer {
    private static final Logger log = LoggerFactory.getLogger(PublishDueArticles.class);
    private static final int BATCH = 100;

    private final Articles articles;
    private final SaveArticle saving;
    private final TransactionTemplate transaction;
    private final PublicationProperties properties;
    private final Clock clock;
    private final Timer lag;

    PublishDueArticles(
            Articles articles,
            SaveArticle saving,
            TransactionTemplate transaction,
            PublicationProperties properties,
            Clock clock,
            MeterRegistry meters) {
        this.articles = articles;
        this.saving = saving;
        this.transaction = transaction;
        this.properties = properties;
        this.clock = clock;
        this.lag = Timer.builder("news.content.publication.lag")
                .description("from the promised publish time to the article's event")
                .register(meters);
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addFixedDelayTask(new FixedDelayTask(this::run, properties.interval(), Duration.ZERO));
    }

    void run() {
        List<String> due;
        do {
            due = articles.due(BATCH);
            due.forEach(this::attempt);
        } while (due.size() == BATCH);
    }

    private void attempt(String articleId) {
        try {
            transaction.executeWithoutResult(_ -> publish(articleId));
        } catch (DataAccessException e) {
            log.warn("article {} not published yet, next attempt follows", articleId, e);
        }
    }

    private void publish(String articleId) {
        articles.lockDue(articleId).ifPresent(article -> {
            var now = clock.instant();
            saving.save(article.arrived(now), Revision.Action.PUBLISHED, "", "");
            lag.record(Duration.between(Objects.requireNonNull(article.publishTime()), now));
        });
    }
}
