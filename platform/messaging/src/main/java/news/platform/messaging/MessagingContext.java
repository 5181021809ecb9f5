package news.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;

/**
 * What all parts of messaging stand in.
 *
 * @param application names the consumer group and the source of events
 * @param clock tells the time of events
 * @param observations spans, where there are any
 * @param meters numbers, where there are any
 */
record MessagingContext(String application, Clock clock, ObservationRegistry observations, MeterRegistry meters) {}
