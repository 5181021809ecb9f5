package news.platform.user.account;

import java.text.Normalizer;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import news.platform.error.DomainException;
import news.platform.error.PlatformReason;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords, a bounded number at once. A password is normalised to NFC first (the OpaqueString profile of RFC 8265), so
 * that "é" is the same password from every keyboard; nothing else is changed, neither case nor spaces.
 */
@Component
final class Passwords {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;

    private final Argon2PasswordEncoder encoder;
    private final Semaphore turns;
    private final Duration maxWait;
    /** What a password for nobody is checked against: the same work, never a match. */
    private final String nobodysHash;

    Passwords(PasswordProperties properties) {
        encoder = new Argon2PasswordEncoder(
                SALT_BYTES, HASH_BYTES, LANES, (int) properties.memory().toKilobytes(), properties.iterations());
        turns = new Semaphore(properties.maxConcurrent(), true);
        maxWait = properties.maxWait();
        nobodysHash = hash(UUID.randomUUID().toString());
    }

    String hash(String password) {
        return inTurn(() -> encoder.encode(normalised(password)));
    }

    /** Takes as long for nobody's hash as for somebody's. */
    boolean matches(String password, Optional<String> hash) {
        boolean same = inTurn(() -> encoder.matches(normalised(password), hash.orElse(nobodysHash)));
        return same && hash.isPresent();
    }

    /** Whether the hash was made with other parameters than today's. */
    boolean outdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    private <T> T inTurn(Supplier<T> work) {
        if (!acquired()) {
            throw new DomainException(PlatformReason.OVERLOADED, "too many passwords are being checked")
                    .retryAfter(Duration.ofSeconds(1));
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private boolean acquired() {
        try {
            return turns.tryAcquire(maxWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String normalised(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
