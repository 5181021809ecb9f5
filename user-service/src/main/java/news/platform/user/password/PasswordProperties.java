package news.platform.user.password;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How passwords are hashed (Argon2id, one lane). The defaults are OWASP's least memory; a hash takes about 90 ms of one core.
 * After a change, a hash of other parameters is replaced at its owner's next log-in.
 *
 * @param memory what one hash works in, 19 MiB by default
 * @param iterations passes over that memory, 2 by default
 * @param maxConcurrent log-ins and registrations that work at once in this process, 2 by default: together they take that many
 *     times {@code memory} of the heap and keep as many cores busy
 * @param maxWait how long one waits for its turn before it is refused with OVERLOADED, 2 s by default
 */
@ConfigurationProperties("news.user.password")
record PasswordProperties(
        @DefaultValue("19456KB") DataSize memory,
        @DefaultValue("2") int iterations,
        @DefaultValue("2") int maxConcurrent,
        @DefaultValue("2s") Duration maxWait) {
    PasswordProperties {
        if (memory.toKilobytes() < 8 || memory.toMegabytes() > 1024) {
            throw new IllegalArgumentException("news.user.password.memory: " + memory + " (expected: 8KB to 1GB)");
        }
        if (iterations < 1) {
            throw new IllegalArgumentException("news.user.password.iterations: " + iterations + " (expected: >= 1)");
        }
        if (maxConcurrent < 1) {
            throw new IllegalArgumentException(
                    "news.user.password.max-concurrent: " + maxConcurrent + " (expected: >= 1)");
        }
        if (maxWait.isNegative()) {
            throw new IllegalArgumentException("news.user.password.max-wait: " + maxWait + " (expected: >= 0)");
        }
    }
}
