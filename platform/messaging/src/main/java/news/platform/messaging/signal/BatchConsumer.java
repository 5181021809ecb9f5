package news.platform.messaging.signal;

import com.google.protobuf.Internal;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.micrometer.core.instrument.Counter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import news.platform.error.Failures;
import news.platform.event.EventDescription;
import news.platform.event.EventTypes;
import news.platform.messaging.CloudEvent;
import news.platform.messaging.MalformedEventException;
import news.platform.messaging.MessagingContext;
import news.platform.messaging.group.FailurePolicy;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives one handler its events, batch by batch. One thread. */
final class BatchConsumer<E extends Message> implements BatchMessageListener<String, byte[]> {
    private static final Logger log = LoggerFactory.getLogger(BatchConsumer.class);

    private final BatchEventHandler<E> handler;
    private final EventDescription type;
    private final String name;
    private final TransactionTemplate transaction;
    private final Positions positions;
    private final int retries;
    private final MessagingContext context;
    private int failures;

    BatchConsumer(
            BatchEventHandler<E> handler,
            TransactionTemplate transaction,
            Positions positions,
            int retries,
            MessagingContext context) {
        this.handler = handler;
        this.type = EventTypes.of(Internal.getDefaultInstance(handler.type()).getDescriptorForType());
        this.name = AopUtils.getTargetClass(handler).getSimpleName();
        this.transaction = transaction;
        this.positions = positions;
        this.retries = retries;
        this.context = context;
    }

    String group() {
        return context.group() + "." + name;
    }

    String topic() {
        return context.topic(type.topic().name());
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> records) {
        try {
            transaction.executeWithoutResult(_ -> handle(records));
            failures = 0;
        } catch (RuntimeException e) {
            if (FailurePolicy.isTransient(e) || failures++ < retries) {
                throw e;
            }
            failures = 0;
            log.error("{} leaves out a batch of {}: {}", name, records.size(), Failures.reason(e), e);
            leftOut(records.size());
        }
    }

    private void handle(List<ConsumerRecord<String, byte[]>> records) {
        Map<TopicPartition, Long> next = new HashMap<>();
        records.forEach(record -> next.put(partition(record), record.offset() + 1));
        Map<TopicPartition, Long> done = positions.locked(group(), next.keySet());
        List<BatchEventHandler.Taken<E>> batch = read(records.stream()
                .filter(record -> record.offset() >= done.getOrDefault(partition(record), 0L))
                .filter(record -> CloudEvent.type(record).equals(type.type()) && record.value() != null)
                .collect(Collectors.toList()));
        if (!batch.isEmpty()) {
            handler.on(batch);
        }
        next.forEach((partition, offset) -> {
            if (offset > done.getOrDefault(partition, 0L)) {
                positions.move(group(), partition, offset);
            }
        });
    }

    private List<BatchEventHandler.Taken<E>> read(List<ConsumerRecord<String, byte[]>> records) {
        var batch = new ArrayList<BatchEventHandler.Taken<E>>(records.size());
        var parser = Internal.getDefaultInstance(handler.type()).getParserForType();
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                batch.add(new BatchEventHandler.Taken<>(
                        handler.type().cast(parser.parseFrom(record.value())),
                        CloudEvent.get(record.headers(), Signals.SENDER),
                        CloudEvent.get(record.headers(), Signals.NETWORK),
                        CloudEvent.of(record).context().time()));
            } catch (InvalidProtocolBufferException | MalformedEventException e) {
                log.debug("{} cannot read an event of {}", name, record.topic(), e);
                leftOut(1);
            }
        }
        return batch;
    }

    private void leftOut(int count) {
        Counter.builder("news.signal.left.out")
                .description("events of batches that had no effect")
                .tag("handler", name)
                .register(context.meters())
                .increment(count);
    }

    private static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }
}
