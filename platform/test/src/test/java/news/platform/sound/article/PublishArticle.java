package news.platform.sound.article;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A use case. */
@Component
class PublishArticle {
    private final Clock clock;

    PublishArticle(Clock clock) {
        this.clock = clock;
    }

    @Transactional
    Article publish(String title) {
        return new Article(title, clock.instant());
    }
}
