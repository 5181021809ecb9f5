package news.platform.right;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import news.platform.security.Caller;
import news.platform.security.Rights;

/**
 * The rights of users for whom they changed within a day: what a token says of others is still true, or the token is newer. A
 * bean of who has this module. Thread-safe; asking it takes no lock.
 */
public final class RightsOverlay {
    /** Far longer than a token lives after its issuer could know no better. */
    static final Duration KEEP = Duration.ofDays(1);

    private final Cache<String, Rights> changed;
    private volatile boolean current;

    /** One that knows nothing yet. */
    public RightsOverlay(Clock clock) {
        // bounded by time alone: one forgotten early would be a right that was taken back and is there again
        this.changed = Caffeine.newBuilder()
                .expireAfterWrite(KEEP)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** What is known of the caller, by the token or better. */
    public Rights of(Caller caller) {
        Rights known = changed.getIfPresent(caller.userId());
        return known == null ? caller.rights() : known.newer(caller.rights());
    }

    /** What is known of a user without a token; empty where nothing changed lately. */
    public Optional<Rights> told(String userId) {
        return Optional.ofNullable(changed.getIfPresent(userId));
    }

    /** Whether whatever was told is known here: false while this replica starts or the broker is out of its reach. */
    public boolean isCurrent() {
        return current;
    }

    /** Takes a state over, unless a newer one is known. */
    public void learn(String userId, Rights rights) {
        changed.asMap().merge(userId, rights, Rights::newer);
    }

    /** Whether it knows whatever was told. */
    void current(boolean yes) {
        current = yes;
    }

    /** Something may have been missed. */
    void forget() {
        current = false;
        changed.invalidateAll();
    }
}
