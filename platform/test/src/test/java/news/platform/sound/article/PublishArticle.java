package news.platform.sound.article;

import java.time.Clock;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A use case. */
@Component
final class PublishArticle {
    private static final Logger log = LoggerFactory.getLogger(PublishArticle.class);

    private final Articles articles;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PublishArticle(Articles articles, TransactionTemplate transaction, Clock clock) {
        this.articles = articles;
        this.transaction = transaction;
        this.clock = clock;
    }

    Article publish(String title) {
        log.debug("publishing {} by {}", title, articles);
        return Objects.requireNonNull(transaction.execute(_ -> new Article(title, clock.instant())));
    }
}
