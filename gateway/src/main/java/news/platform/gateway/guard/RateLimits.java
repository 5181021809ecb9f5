package news.platform.gateway.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.local.LocalBucketBuilder;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import news.platform.edge.v1.Rate;
import news.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * A token bucket for each user, else for each address, and each rate class. Buckets live in this process; their number is
 * bounded, and one that has had time to fill up again is forgotten, which loses nothing. Thread-safe.
 */
public final class RateLimits {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /** Whose bucket: a user's id and an address never meet, whatever they look like. */
    private record Key(String who, boolean user, Rate rate) {}

    private record RateClass(BucketConfiguration configuration, long capacity, Counter refused) {}

    private final Map<Rate, RateClass> classes = new EnumMap<>(Rate.class);
    private final Cache<Key, Bucket> buckets;
    private volatile boolean warming;

    RateLimits(GuardProperties properties, MeterRegistry meters) {
        Duration longest = Duration.ofSeconds(1);
        for (Map.Entry<Rate, GuardProperties.Bucket> entry :
                properties.buckets().entrySet()) {
            GuardProperties.Bucket bucket = entry.getValue();
            classes.put(entry.getKey(), limitClass(entry.getKey(), bucket, meters));
            Duration full = bucket.period().multipliedBy(bucket.capacity() / bucket.refill() + 1);
            longest = full.compareTo(longest) > 0 ? full : longest;
        }
        this.buckets = Caffeine.newBuilder()
                .maximumSize(properties.maxBuckets())
                .expireAfterAccess(longest)
                .build();
        meters.gauge("news.gateway.rate.buckets", buckets, Cache::estimatedSize);
    }

    /**
     * Takes one token.
     *
     * @param rate the class of the call
     * @param caller the verified user, null for nobody: then the address counts
     * @param address as {@link ClientAddresses} tells it
     */
    public Allowance take(Rate rate, @Nullable Caller caller, String address) {
        RateClass limit = limit(rate);
        Key key = caller == null
                ? new Key(ClientAddresses.limited(address), false, rate)
                : new Key(caller.userId(), true, rate);
        Bucket bucket = buckets.getIfPresent(key);
        if (bucket == null) {
            bucket = buckets.get(key, k -> fill(limit));
        }
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        boolean allowed = probe.isConsumed() || (warming && isLoopback(address));
        if (!allowed) {
            limit.refused().increment();
        }
        return new Allowance(
                allowed,
                limit.capacity(),
                probe.getRemainingTokens(),
                seconds(probe.getNanosToWaitForReset()),
                seconds(probe.getNanosToWaitForRefill()));
    }

    /** While the process warms itself up, before it is ready, requests from this machine are counted but not refused. */
    public void warming(boolean on) {
        warming = on;
    }

    private RateClass limit(Rate rate) {
        RateClass limit = classes.get(rate);
        if (limit == null) {
            throw new IllegalArgumentException("rate class " + rate + " (expected: one that the contract names)");
        }
        return limit;
    }

    private static RateClass limitClass(Rate rate, GuardProperties.Bucket bucket, MeterRegistry meters) {
        Bandwidth bandwidth = Bandwidth.builder()
                .capacity(bucket.capacity())
                .refillGreedy(bucket.refill(), bucket.period())
                .build();
        Counter refused = Counter.builder("news.gateway.rate.refused")
                .description("Requests answered 429")
                .tag("class", rate.name())
                .register(meters);
        return new RateClass(BucketConfiguration.builder().addLimit(bandwidth).build(), bucket.capacity(), refused);
    }

    private static Bucket fill(RateClass limit) {
        LocalBucketBuilder builder = Bucket.builder();
        for (Bandwidth bandwidth : limit.configuration().getBandwidths()) {
            builder.addLimit(bandwidth);
        }
        return builder.build();
    }

    private static long seconds(long nanos) {
        return (nanos + SECOND - 1) / SECOND;
    }

    private static boolean isLoopback(String address) {
        return address.startsWith("127.") || address.equals("0:0:0:0:0:0:0:1") || address.equals("::1");
    }
}
