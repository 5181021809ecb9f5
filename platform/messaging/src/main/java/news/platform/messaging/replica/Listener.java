package news.platform.messaging.replica;

import io.micrometer.core.instrument.Counter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import news.platform.error.FailureReporter;
import news.platform.error.Failures;
import news.platform.messaging.CloudEvent;
import news.platform.messaging.MessagingContext;
import news.platform.messaging.ReplicaHandler;
import news.platform.messaging.Takes;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.support.AopUtils;

/** A handler whose failures end nothing: each is counted and reported, and the handler told that it may have missed something. */
final class Listener {
    private static final Logger log = LoggerFactory.getLogger(Listener.class);

    private final ReplicaHandler handler;
    private final Takes takes;
    private final String name;
    private final List<FailureReporter> reporters;
    private final MessagingContext context;

    Listener(ReplicaHandler handler, List<FailureReporter> reporters, MessagingContext context) {
        this.handler = handler;
        this.takes = handler.takes();
        this.name = AopUtils.getTargetClass(handler).getSimpleName();
        this.reporters = reporters;
        this.context = context;
    }

    String name() {
        return name;
    }

    /** By the names that the contract has for them. */
    Set<String> topics() {
        return takes.topics();
    }

    void tell(ConsumerRecord<String, byte[]> record) {
        if (!takes.types().contains(CloudEvent.type(record))) {
            return;
        }
        if (!worked(record.topic(), () -> takes.handle(CloudEvent.of(record)))) {
            gap();
        }
    }

    void gap() {
        worked("gap", handler::gap);
    }

    void current(boolean current) {
        worked("current", () -> handler.current(current));
    }

    void reached(Map<TopicPartition, Long> positions) {
        worked(
                "positions",
                () -> handler.reached(positions.entrySet().stream()
                        .collect(Collectors.toMap(
                                position -> Start.name(position.getKey(), context.prefix()), Map.Entry::getValue))));
    }

    private boolean worked(String what, Runnable call) {
        try {
            call.run();
            return true;
        } catch (RuntimeException e) {
            log.error("{} failed at {}: {}", name, what, Failures.reason(e), e);
            reporters.forEach(reporter -> reporter.report(e, name));
            Counter.builder("news.event.missed")
                    .description("calls of a handler of this replica that failed")
                    .tag("handler", name)
                    .register(context.meters())
                    .increment();
            return false;
        }
    }
}
