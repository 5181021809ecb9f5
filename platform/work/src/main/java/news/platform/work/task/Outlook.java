package news.platform.work.task;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What there is of a kind.
 *
 * @param first the oldest that is due or will be, empty where there is none
 * @param next the first that is to come
 * @param waiting whether one is due that nobody is at
 * @param parked how many were given up
 */
record Outlook(Optional<Instant> first, Optional<Instant> next, boolean waiting, long parked) {
    /** How long there is nothing to do, as far as is known: until the next is due, at most until the next look. */
    Duration pause(Instant now, Duration poll) {
        return next.map(due -> Duration.between(now, due))
                .filter(until -> until.compareTo(poll) < 0)
                .orElse(poll);
    }

    /** How long the oldest has been due; zero where none is. */
    Duration late(Instant now) {
        return first.filter(due -> due.isBefore(now))
                .map(due -> Duration.between(due, now))
                .orElse(Duration.ZERO);
    }
}
