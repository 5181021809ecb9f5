package news.platform.notification.news;

import java.time.Clock;
import news.platform.content.v1.Article;
import news.platform.content.v1.ArticlePublished;
import news.platform.content.v1.ArticleRecalled;
import news.platform.livenews.v1.Live;
import news.platform.livenews.v1.LiveCreated;
import news.platform.livenews.v1.LiveDeleted;
import news.platform.livenews.v1.LiveUpdated;
import news.platform.messaging.EventContext;
import news.platform.messaging.EventHandler;
import news.platform.messaging.Takes;
import news.platform.notification.fanout.BeginStory;
import news.platform.notification.story.Story;
import org.springframework.stereotype.Component;

/**
 * Has news told while they are new: lives that matter, as they come or as soon as they do, and articles. What a service that
 * was away or made anew finds in the topics is no news any more.
 */
@Component
final class NewsHandler implements EventHandler {
    private static final int TOLD_FROM = 2;

    private final BeginStory telling;
    private final NewsProperties properties;
    private final Clock clock;

    NewsHandler(BeginStory telling, NewsProperties properties, Clock clock) {
        this.telling = telling;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Takes takes() {
        return Takes.of(LiveCreated.class, (event, context) -> live(event.getLive()))
                .and(LiveUpdated.class, (event, context) -> live(event.getLive()))
                .and(LiveDeleted.class, (event, context) -> telling.withdraw(NewsProtos.live(event.getLiveId())))
                .and(ArticlePublished.class, (event, context) -> article(event.getArticle()))
                .and(ArticleRecalled.class, this::recalled);
    }

    @Override
    public From from() {
        return new From.Now(properties.greatestAge());
    }

    private void live(Live live) {
        if (live.getImportance() >= TOLD_FROM) {
            tell(NewsProtos.story(telling.nextId(), live));
        }
    }

    private void article(Article article) {
        tell(NewsProtos.story(telling.nextId(), article));
    }

    private void recalled(ArticleRecalled event, EventContext context) {
        telling.withdraw(NewsProtos.article(event.getArticleId()));
    }

    private void tell(Story story) {
        if (story.publishTime().plus(properties.greatestAge()).isAfter(clock.instant())) {
            telling.begin(story);
        }
    }
}
