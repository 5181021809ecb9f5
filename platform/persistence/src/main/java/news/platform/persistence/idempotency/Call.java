package news.platform.persistence.idempotency;

import java.time.Duration;
import java.util.Optional;

/** What {@link Idempotency} has to know of the call that is being answered. */
interface Call {
    /** The caller's Idempotency-Key. */
    Optional<String> idempotencyKey();

    /** Whose keys these are: two callers may use one key for two things. */
    String caller();

    /** The longest that the call may take. */
    Duration deadline();

    /** The answer is one that was given before. */
    void markReplayed();
}
