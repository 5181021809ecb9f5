package news.platform.messaging;

import java.time.Duration;
import java.util.Map;

/**
 * Takes events in every replica, for what a replica has in memory; every bean of this type reads by itself. No group, no
 * inbox, no database: an event may come again, and must bear it. Called from one thread, in order for each subject; must be
 * quick. What it throws is reported and followed by {@link #gap()}.
 */
public interface ReplicaHandler {
    /** What it takes. Asked once. */
    Takes takes();

    /** Where it begins. Default: at the end. */
    default Begin begin() {
        return new Begin.End(Duration.ZERO);
    }

    /**
     * Events may have been missed until now, none from now on: whatever rests on them is forgotten. Also called at the start,
     * and before all of a compacted topic is told again.
     */
    void gap();

    /**
     * All events before these offsets were told, or lie before where this replica began, by topic and partition
     * ({@code news.market.quote.v1-0}). Also called at the start, behind {@link #gap}.
     */
    default void reached(Map<String, Long> positions) {}

    /**
     * Whether what was told is all there is.
     *
     * @param current true when this replica has caught up with what was there when it began, or when the broker was back; false
     *     as soon as it is known that the broker is away, within ten seconds or so. Before the first call: it has not caught up
     */
    default void current(boolean current) {}

    /** Where a replica begins to read. */
    sealed interface Begin {
        /**
         * At the end.
         *
         * @param lookBack how old the events may be that are told all the same; zero: none
         */
        record End(Duration lookBack) implements Begin {}

        /**
         * So far back; the replica is not ready before it has caught up, or its patience is at an end.
         *
         * @param lookBack how old the events may be that are told
         */
        record Recent(Duration lookBack) implements Begin {}

        /** At the beginning of compacted topics; the replica is not ready before it has their state. */
        record Whole() implements Begin {}

        /**
         * Where the handler itself was, as {@link #reached} told it; partitions that it does not name from their beginning.
         */
        record Positions(Map<String, Long> reached) implements Begin {}
    }
}
