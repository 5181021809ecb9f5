package news.platform.messaging.signal;

import com.google.protobuf.Message;
import java.time.Instant;
import java.util.List;

/**
 * Takes events of one type by the hundred; every bean of this type is a consumer of its own, as an {@code EventHandler} is.
 * All of a batch are handled in one transaction, together with the positions up to which they go: each has its effect once, without
 * an inbox row for each. What cannot be read is left out and counted.
 *
 * @param <E> a message with the option {@code news.platform.event.v1.event}
 */
public interface BatchEventHandler<E extends Message> {
    /** The event's class. */
    Class<E> type();

    /**
     * Does what the events demand, some hundred at once, in the order of each partition. What it throws rolls all back; the batch is
     * tried again, without end where the database is unavailable, else a few times before it is left out, counted and reported.
     */
    void on(List<Taken<E>> batch);

    /**
     * One event.
     *
     * @param event what happened
     * @param sender whoever caused it, the same for the same; empty where nobody did
     * @param network where the sender was, the same for all in one place; empty where nobody knows
     * @param time when
     */
    record Taken<E extends Message>(E event, String sender, String network, Instant time) {}
}
