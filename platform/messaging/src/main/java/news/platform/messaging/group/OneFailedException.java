package news.platform.messaging.group;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.BatchListenerFailedException;

/**
 * One of several records failed. Kafka's error handler goes on with its pauses, and with the number of tries that they allow, as long as
 * failures are of one class: so each kind of failure has one here. What was away and then is poison would else be tried without end.
 */
abstract class OneFailedException extends BatchListenerFailedException {
    private static final long serialVersionUID = 1L;

    private OneFailedException(String consumer, RuntimeException cause, ConsumerRecord<?, ?> record) {
        super(consumer, cause, record);
    }

    static OneFailedException of(String consumer, RuntimeException cause, ConsumerRecord<?, ?> record) {
        if (FailurePolicy.isMalformed(cause)) {
            return new MalformedException(consumer, cause, record);
        }
        return FailurePolicy.isTransient(cause)
                ? new AwayException(consumer, cause, record)
                : new FaultException(consumer, cause, record);
    }

    private static final class MalformedException extends OneFailedException {
        private static final long serialVersionUID = 1L;

        private MalformedException(String consumer, RuntimeException cause, ConsumerRecord<?, ?> record) {
            super(consumer, cause, record);
        }
    }

    private static final class AwayException extends OneFailedException {
        private static final long serialVersionUID = 1L;

        private AwayException(String consumer, RuntimeException cause, ConsumerRecord<?, ?> record) {
            super(consumer, cause, record);
        }
    }

    private static final class FaultException extends OneFailedException {
        private static final long serialVersionUID = 1L;

        private FaultException(String consumer, RuntimeException cause, ConsumerRecord<?, ?> record) {
            super(consumer, cause, record);
        }
    }
}
