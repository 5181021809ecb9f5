package news.platform.user.password;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;
import news.platform.work.Bulkhead;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords. A password is normalised to NFC first (the OpaqueString profile of RFC 8265), so that "é" is the same
 * password from every keyboard; nothing else is changed, neither case nor spaces. Each call takes time and memory: make it in
 * a place of the {@link Bulkhead}, and not in a transaction.
 */
@Component
public final class Passwords {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;

    private final Bulkhead bulkhead;
    private final Argon2PasswordEncoder encoder;
    /** What a password for nobody is checked against: the same work, never a match. */
    private final String nobodysHash;

    Passwords(PasswordProperties properties, Bulkhead bulkhead) {
        this.bulkhead = bulkhead;
        int memory = (int) properties.memory().toKilobytes();
        encoder = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, memory, properties.iterations());
        nobodysHash = "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(memory, properties.iterations(), LANES, random(SALT_BYTES), random(HASH_BYTES));
    }

    /** Waits for a place in the bulkhead first. */
    public String hashBounded(String password) {
        return bulkhead.run(() -> hash(password));
    }

    public String hash(String password) {
        return encoder.encode(normalised(password));
    }

    /** Takes as long for nobody's hash as for somebody's. */
    public boolean matches(String password, Optional<String> hash) {
        boolean same = encoder.matches(normalised(password), hashToCheck(hash));
        return same && hash.isPresent();
    }

    String hashToCheck(Optional<String> hash) {
        return hash.orElse(nobodysHash);
    }

    /** Whether the hash was made with other parameters than today's. */
    public boolean outdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    private static String random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String normalised(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
