package news.platform.messaging;

import com.google.protobuf.Message;

/**
 * Takes one type of event; every bean of this type is subscribed, in the consumer group named like the application. Called
 * by one thread per partition, never for two events of one subject at once.
 *
 * @param <E> a message with the option {@code news.platform.event.v1.event}
 */
public interface EventHandler<E extends Message> {
    /** The event's class. */
    Class<E> type();

    /**
     * Does what the event demands. Runs in a transaction together with the inbox row, so that an event has its effect once
     * however often it is delivered; no remote calls inside. What it throws rolls the transaction back and the event is
     * tried again with growing pauses: without end where the database or a callee is unavailable, else a few times before
     * it goes to the dead letter topic {@code <topic>.dlt}. Later events of the partition wait meanwhile.
     */
    void on(E event, EventContext context);
}
