package news.platform.thirdparty.delivery;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages leave the platform. Each provider has properties of its own, without which it is not there; the file takes
 * whatever no other does; without it, what nobody carries is refused.
 *
 * @param file where messages are written that no other provider carries, one a line; none by default
 * @param concurrency how many calls of one provider are under way at once in this process, of urgent messages and of others each;
 *     default 8
 * @param quota how many messages a second one provider is given by this process; default 10000, as FCM has it
 * @param quotas the same for single providers, by name; default {@code sms: 50}
 * @param remember for how long an id is not sent a second time; longer than whoever sends tries again; default 2 days
 */
@ConfigurationProperties("news.thirdparty.delivery")
record DeliveryProperties(
        @Nullable Path file,
        @DefaultValue("8") int concurrency,
        @DefaultValue("10000") int quota,
        @DefaultValue Map<String, Integer> quotas,
        @DefaultValue("2d") Duration remember) {
    private static final Map<String, Integer> QUOTAS = Map.of("sms", 50);

    DeliveryProperties {
        quotas = quotas.isEmpty() ? QUOTAS : Map.copyOf(quotas);
        require("concurrency", concurrency);
        require("quota", quota);
        quotas.forEach((provider, most) -> require("quotas." + provider, most));
        if (!remember.isPositive()) {
            throw new IllegalArgumentException("news.thirdparty.delivery.remember: " + remember + " (expected: > 0)");
        }
    }

    Optional<Path> outbox() {
        return Optional.ofNullable(file);
    }

    /** How many messages a second this provider is given. */
    int quotaOf(String provider) {
        return quotas.getOrDefault(provider, quota);
    }

    private static void require(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("news.thirdparty.delivery." + name + ": " + value + " (expected: >= 1)");
        }
    }
}
