package news.platform.content;

import com.google.protobuf.Message;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import news.platform.content.v1.ArticlePublished;
import news.platform.content.v1.ArticleRecalled;
import news.platform.content.v1.ArticleUpdated;
import news.platform.messaging.EventContext;
import news.platform.messaging.EventHandler;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** What the others are told, as it comes back from the broker. */
public final class RecordedEvents {
    private final List<Fact> facts = new CopyOnWriteArrayList<>();

    /** What happened to an article, in order. */
    public List<Fact> of(String articleId) {
        return facts.stream().filter(fact -> fact.subject().equals(articleId)).toList();
    }

    /** The kinds and versions of what happened to an article, in order: "ArticlePublished 2". */
    public List<String> kindsOf(String articleId) {
        return of(articleId).stream()
                .map(fact -> fact.event().getClass().getSimpleName() + " " + fact.version())
                .toList();
    }

    /** One event. */
    public record Fact(String subject, long version, Message event) {}

    private record Recorder<E extends Message>(Class<E> type, List<Fact> facts) implements EventHandler<E> {
        @Override
        public void on(E event, EventContext context) {
            facts.add(new Fact(context.subject(), context.version(), event));
        }
    }

    /** Subscribes it. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Subscriptions {
        @Bean
        RecordedEvents recordedEvents() {
            return new RecordedEvents();
        }

        @Bean
        EventHandler<ArticlePublished> published(RecordedEvents recorded) {
            return new Recorder<>(ArticlePublished.class, recorded.facts);
        }

        @Bean
        EventHandler<ArticleUpdated> updated(RecordedEvents recorded) {
            return new Recorder<>(ArticleUpdated.class, recorded.facts);
        }

        @Bean
        EventHandler<ArticleRecalled> recalled(RecordedEvents recorded) {
            return new Recorder<>(ArticleRecalled.class, recorded.facts);
        }
    }
}
