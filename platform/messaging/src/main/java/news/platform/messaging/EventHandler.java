package news.platform.messaging;

import java.time.Duration;

/**
 * Takes events once for the whole application, whichever replica gets them; every bean of this type is a consumer of its own,
 * in a group of its own, so that one that waits or fails holds up no other. Its simple class name is part of the group and of
 * the inbox: under another name it begins anew.
 *
 * <p>Each event is handled in a transaction together with its inbox row, so that it has its effect once however often it is
 * delivered; no remote calls inside. What an action throws rolls the transaction back and the event is tried again with
 * growing pauses: without end where the database or a callee is unavailable, else a few times before it goes to the dead
 * letter topic {@code <topic>.dlt}. The consumer's later events wait meanwhile. Memory is not changed here: that is for every
 * replica to see, see {@link ReplicaHandler}.
 */
public interface EventHandler {
    /** What it takes. Asked once. */
    Takes takes();

    /** Where a new consumer begins. Default: with all that the topics still hold, as a projection does. */
    default From from() {
        return new From.History();
    }

    /** How many events are handled at once in a replica, of different subjects. Default: 1, so all are in order. */
    default int concurrency() {
        return 1;
    }

    /**
     * Whether events that have come together are handled in one transaction, a hundred at most, in their order: most of what a small
     * effect costs are its transaction and its fetch. Unless it is a hundred, it also rests for a moment
     * ({@code news.messaging.consumer.rest}) before more are fetched. Where one of them fails, they are handled again one by one. For handlers
     * all of whose rows nobody else locks together with another row: else those of several events, locked in the order in which they came and held
     * until the last is handled, may stand in a circle with them. Default: each in a transaction of its own.
     */
    default boolean together() {
        return false;
    }

    /** Forgets what events have built, before all of them are replayed; in the transaction that forgets the inbox rows. */
    default void clear() {}

    /** Where a new consumer begins. */
    sealed interface From {
        /** With the first event that is there. */
        record History() implements From {}

        /**
         * With what happens from now on: for effects that nobody wants late, such as a push.
         *
         * @param greatestAge what is older when its turn comes is left out
         */
        record Now(Duration greatestAge) implements From {}
    }
}
