package news.platform.user.login;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import news.platform.user.login.LoginAttempt.Bucket;
import news.platform.user.login.LoginAttempts.Counter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Slows guessing down and locks no owner out of a device that is known.
 *
 * <ul>
 *   <li>A device (an account as tried from one address) waits longer after each failure, and so do the wider IPv6 networks
 *       (/56, /48) that one guesser may have whole.
 *   <li>An account on which unknown devices have failed often hears one more of them in each {@code accountRecovery},
 *       whoever that is. So however many addresses a guesser has, an account takes 100 guesses an hour at most.
 *   <li>An address that fails on many accounts gets one more try in each {@code addressRecovery}.
 *   <li>A known device waits for its own failures alone, and they count for nobody else. It is known by the token that it
 *       was given at a log-in, so that nobody behind the same proxy can use up its tries; or, without one, by the address
 *       from which the owner has logged in.
 * </ul>
 *
 * <p>An attempt counts as failed from its start, so that many at once are no way round. Whether an account exists makes no
 * difference.
 */
@Component
final class LoginThrottle {
    private static final int TOKEN_BYTES = 32;

    private final LoginAttempts attempts;
    private final ThrottleProperties properties;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    LoginThrottle(LoginAttempts attempts, ThrottleProperties properties, Clock clock, TransactionTemplate transaction) {
        this.attempts = attempts;
        this.properties = properties;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Zero once the attempt is counted, or how long to wait; what has to wait is not counted. */
    Duration admit(LoginAttempt attempt) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var now = clock.instant();
            Charged charged = charged(attempt, now);
            Duration wait = charged.buckets().stream()
                    .map(bucket -> remaining(bucket, charged.counter(bucket), now))
                    .reduce(Duration.ZERO, LoginThrottle::longer);
            if (wait.isPositive()) {
                status.setRollbackOnly();
                return wait;
            }
            charged.buckets().forEach(bucket -> {
                Counter counter = charged.counter(bucket);
                save(bucket, counter.failedAgain(failures(bucket, counter, now), now));
            });
            return Duration.ZERO;
        }));
    }

    /** The password was right: the device starts afresh and is known, its failure counts for nobody else. */
    void succeeded(LoginAttempt attempt) {
        transaction.executeWithoutResult(status -> {
            var now = clock.instant();
            Charged charged = charged(attempt, now);
            save(charged.buckets().getFirst(), new Counter(0, now, Optional.of(now.plus(properties.knownFor()))));
            charged.buckets().stream().skip(1).forEach(bucket -> {
                Counter counter = charged.counter(bucket);
                save(bucket, counter.failures(Math.max(0, counter.failures() - 1)));
            });
        });
    }

    /** The device's token if it is known, else a new one, by which the account knows the device from now on. */
    String deviceToken(String email, String sent) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var now = clock.instant();
            if (!sent.isEmpty() && attempts.isKnown(LoginAttempt.token(email, sent), now)) {
                return sent;
            }
            byte[] bytes = new byte[TOKEN_BYTES];
            random.nextBytes(bytes);
            String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            Bucket bucket = LoginAttempt.token(email, token);
            attempts.lock(List.of(bucket), now);
            save(bucket, new Counter(0, now, Optional.of(now.plus(properties.knownFor()))));
            return token;
        }));
    }

    /** A known device is charged alone. */
    private Charged charged(LoginAttempt attempt, Instant now) {
        List<Bucket> buckets = attempt.token()
                .filter(token -> attempts.isKnown(token, now))
                .map(List::of)
                .orElse(attempt.buckets());
        Map<String, Counter> counters = attempts.lock(buckets, now);
        var all = new Charged(buckets, counters);
        Bucket device = buckets.getFirst();
        return all.counter(device).known(now) ? new Charged(List.of(device), counters) : all;
    }

    private Duration remaining(Bucket bucket, Counter counter, Instant now) {
        int failures = failures(bucket, counter, now);
        int free = properties.free(bucket.kind());
        Duration delay = properties
                .recovery(bucket.kind())
                .map(recovery -> failures < free ? Duration.ZERO : recovery)
                .orElseGet(() -> properties.delay(failures, free));
        var left = Duration.between(now, counter.lastTime().plus(delay));
        return left.isPositive() ? left : Duration.ZERO;
    }

    /** Those that count still. */
    private int failures(Bucket bucket, Counter counter, Instant now) {
        var since = Duration.between(counter.lastTime(), now);
        return properties
                .recovery(bucket.kind())
                .map(recovery -> (int) Math.max(0, counter.failures() - Math.max(0, since.dividedBy(recovery))))
                .orElseGet(() -> since.compareTo(properties.memory()) < 0 ? counter.failures() : 0);
    }

    private void save(Bucket bucket, Counter counter) {
        attempts.save(bucket, counter, counter.lastTime().plus(properties.memory()));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** What an attempt is charged to, locked. */
    private record Charged(List<Bucket> buckets, Map<String, Counter> counters) {
        Counter counter(Bucket bucket) {
            return Objects.requireNonNull(counters.get(bucket.key()));
        }
    }
}
