package news.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import news.platform.policy.EventDescription;

/**
 * What all parts of messaging stand in.
 *
 * @param application names the source of events and, behind the prefix, the consumer group
 * @param prefix what the names of topics and groups begin with
 * @param clock tells the time of events
 * @param observations spans, where there are any
 * @param meters numbers, where there are any
 */
record MessagingContext(
        String application, String prefix, Clock clock, ObservationRegistry observations, MeterRegistry meters) {
    /** The consumer group of the application. */
    String group() {
        return prefix + application;
    }

    /** The topic that events of a type go to and come from. */
    String topic(EventDescription type) {
        return prefix + type.topic();
    }
}
