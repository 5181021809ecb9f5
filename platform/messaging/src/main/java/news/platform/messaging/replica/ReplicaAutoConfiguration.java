package news.platform.messaging.replica;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import news.platform.error.FailureReporter;
import news.platform.event.EventTopics;
import news.platform.event.TopicDescription;
import news.platform.messaging.Kafka;
import news.platform.messaging.MessagingAutoConfiguration;
import news.platform.messaging.MessagingContext;
import news.platform.messaging.MessagingProperties;
import news.platform.messaging.ReplicaHandler;
import news.platform.messaging.ReplicaHandler.Begin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Whatever gives events to {@link ReplicaHandler}s. */
@AutoConfiguration(after = MessagingAutoConfiguration.class)
public final class ReplicaAutoConfiguration {
    @Bean
    ReplicaFeeds replicaFeeds(
            ObjectProvider<ReplicaHandler> handlers,
            Kafka kafka,
            EventTopics topics,
            ObjectProvider<FailureReporter> reporters,
            MessagingProperties properties,
            MessagingContext context) {
        List<FailureReporter> told = reporters.orderedStream().toList();
        return new ReplicaFeeds(
                handlers.stream()
                        .map(handler -> {
                            var listener = new Listener(handler, told, context);
                            check(listener.name(), handler.begin(), listener.topics(), topics);
                            return new ReplicaFeed(handler, kafka, listener, context);
                        })
                        .toList(),
                properties.consumer().catchUp());
    }

    /** What a handler looks for must be there. */
    static void check(String handler, Begin begin, Set<String> names, EventTopics topics) {
        for (String name : names) {
            TopicDescription topic = topics.find(name)
                    .orElseThrow(() -> new IllegalArgumentException(handler + ": no contract declares " + name));
            if (begin instanceof Begin.Whole && !topic.compacted()) {
                throw new IllegalArgumentException(
                        handler + ": " + name + " does not hold all state (expected: compacted)");
            }
            Duration lookBack = lookBack(begin);
            if (!topic.compacted() && lookBack.compareTo(topic.retention()) > 0) {
                throw new IllegalArgumentException(handler + ": looks back " + lookBack + " in " + name
                        + " (expected: at most its retention, " + topic.retention() + ")");
            }
        }
    }

    private static Duration lookBack(Begin begin) {
        return switch (begin) {
            case Begin.End(Duration lookBack) -> lookBack;
            case Begin.Recent(Duration lookBack) -> lookBack;
            case Begin.Whole _, Begin.Positions _ -> Duration.ZERO;
        };
    }
}
