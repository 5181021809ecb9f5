package news.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import news.platform.event.TopicDescription;

/**
 * What all parts of messaging stand in.
 *
 * @param application names the source of events and, behind the prefix, the consumer groups
 * @param prefix what the names of topics and groups begin with
 * @param clock tells the time of events
 * @param observations spans, where there are any
 * @param meters numbers, where there are any
 */
public record MessagingContext(
        String application, String prefix, Clock clock, ObservationRegistry observations, MeterRegistry meters) {
    /** The group that all consumers of the application were in before each had its own. */
    public String group() {
        return prefix + application;
    }

    /** The topic that the contract calls so, at the broker. */
    public String topic(String name) {
        return prefix + name;
    }

    /** Whether this application is the one that publishes there. */
    boolean owns(TopicDescription topic) {
        return application.equals(topic.owner()) || application.equals(topic.owner() + "-service");
    }
}
