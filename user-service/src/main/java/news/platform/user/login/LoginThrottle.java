package news.platform.user.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import news.platform.error.DomainException;
import news.platform.user.login.LoginAttempts.Counter;
import news.platform.user.v1.UserReason;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Slows guessing down and locks nobody out.
 *
 * <ul>
 *   <li>A device (an account as tried from one address) waits longer after each failure.
 *   <li>When an account has failed often, from wherever, each device that failed on it waits by the account's failures
 *       instead, if these are more. So a guess costs an address, and the owner is heard at once from any address that has not
 *       failed, however many others are guessing.
 *   <li>An address that fails on many accounts gets one more try in each {@code addressRecovery}.
 *   <li>A device from which the owner has logged in is known, and waits for its own failures alone.
 * </ul>
 *
 * <p>An attempt counts as failed from its start, so that many at once are no way round. Whether an account exists makes no
 * difference.
 */
@Component
final class LoginThrottle {
    private final LoginAttempts attempts;
    private final ThrottleProperties properties;
    private final Clock clock;
    private final TransactionTemplate transaction;

    LoginThrottle(LoginAttempts attempts, ThrottleProperties properties, Clock clock, TransactionTemplate transaction) {
        this.attempts = attempts;
        this.properties = properties;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Counts the attempt, or refuses it with TOO_MANY_ATTEMPTS; a refused one is not counted. */
    void admit(LoginAttempt attempt) {
        Duration wait = Objects.requireNonNull(transaction.execute(status -> {
            Instant now = clock.instant();
            Map<String, Counter> counters = attempts.lock(attempt, now);
            Duration remaining = remaining(attempt, counters, now);
            if (remaining.isPositive()) {
                status.setRollbackOnly();
                return remaining;
            }
            attempt.buckets().forEach(bucket -> {
                Counter counter = counter(counters, bucket);
                int failures = bucket.equals(attempt.address()) ? ofAddress(counter, now) : remembered(counter, now);
                save(bucket, counter.failedAgain(failures, now));
            });
            return Duration.ZERO;
        }));
        if (wait.isPositive()) {
            throw new DomainException(UserReason.TOO_MANY_ATTEMPTS, "too many failed attempts").retryAfter(wait);
        }
    }

    /** The password was right: the account starts afresh and knows the device. */
    void succeeded(LoginAttempt attempt) {
        transaction.executeWithoutResult(status -> {
            Instant now = clock.instant();
            Map<String, Counter> counters = attempts.lock(attempt, now);
            Optional<Instant> knownUntil = Optional.of(now.plus(properties.knownFor()));
            save(attempt.account(), counter(counters, attempt.account()).failures(0));
            save(attempt.device(), new Counter(0, now, knownUntil));
            Counter address = counter(counters, attempt.address());
            save(attempt.address(), address.failures(Math.max(0, address.failures() - 1)));
        });
    }

    private Duration remaining(LoginAttempt attempt, Map<String, Counter> counters, Instant now) {
        Counter device = counter(counters, attempt.device());
        int failures = remembered(device, now);
        Duration delay = properties.delay(failures, properties.freePerDevice());
        if (device.known(now)) {
            return left(device, delay, now);
        }
        if (failures > 0) {
            int everywhere = remembered(counter(counters, attempt.account()), now);
            delay = longer(delay, properties.delay(everywhere, properties.freePerAccount()));
        }
        Counter address = counter(counters, attempt.address());
        boolean freeAddress = ofAddress(address, now) < properties.freePerAddress();
        Duration ofAddress = freeAddress ? Duration.ZERO : left(address, properties.addressRecovery(), now);
        return longer(left(device, delay, now), ofAddress);
    }

    private int remembered(Counter counter, Instant now) {
        return counter.lastTime().plus(properties.memory()).isAfter(now) ? counter.failures() : 0;
    }

    private int ofAddress(Counter address, Instant now) {
        long recovered = Duration.between(address.lastTime(), now).dividedBy(properties.addressRecovery());
        return (int) Math.max(0, address.failures() - Math.max(0, recovered));
    }

    private void save(String bucket, Counter counter) {
        attempts.save(bucket, counter, counter.lastTime().plus(properties.memory()));
    }

    private static Counter counter(Map<String, Counter> counters, String bucket) {
        return Objects.requireNonNull(counters.get(bucket));
    }

    private static Duration left(Counter counter, Duration delay, Instant now) {
        Duration left = Duration.between(now, counter.lastTime().plus(delay));
        return left.isPositive() ? left : Duration.ZERO;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
