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
 * A token bucket for each user, else for each address, and each rate class; IPv6 addresses have one more for their /48, as
 * large as those of sixteen /64, so that who owns many networks neither gets as many buckets nor pushes others' out. Buckets
 * live in this process; their number is bounded, and one that has had time to fill up again is forgotten, which loses
 * nothing. Thread-safe.
 */
public final class RateLimits {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /** Whose bucket: a user's id and an address never meet, whatever they look like. */
    private record Key(String who, boolean user, Rate rate) {}

    /**
     * @param own the bucket of a user or an address
     * @param site the bucket of an IPv6 /48
     */
    private record RateClass(BucketConfiguration own, BucketConfiguration site, long capacity, Counter refused) {}

    private static final int NETWORKS_PER_SITE = 16;

    /** Nobody's address: what the process asks of itself takes no reader's token. */
    private static final String WARM_UP = "warm-up";

    private final Map<Rate, RateClass> classes = new EnumMap<>(Rate.class);
    private final Cache<Key, Bucket> buckets;
    private volatile @Nullable String warming;

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
        if (caller != null) {
            return allowance(limit, bucket(new Key(caller.userId(), true, rate), limit.own()));
        }
        if (address.equals(warming)) {
            return warm(limit, bucket(new Key(WARM_UP, false, rate), limit.own()));
        }
        if (address.indexOf(':') < 0) {
            return ofNetwork(limit, rate, address);
        }
        Bucket site = bucket(new Key(ClientAddresses.site(address), false, rate), limit.site());
        Allowance wider = allowance(limit, site);
        if (!wider.allowed()) {
            return wider;
        }
        Allowance allowance = ofNetwork(limit, rate, address);
        if (!allowance.allowed()) {
            // else one network that asks without end takes what belongs to its neighbours
            site.addTokens(1);
        }
        return allowance;
    }

    private Allowance ofNetwork(RateClass limit, Rate rate, String address) {
        return allowance(limit, bucket(new Key(ClientAddresses.limited(address), false, rate), limit.own()));
    }

    /**
     * Takes one token for what no method's rate pays: addresses that lead nowhere, documents, refused callers. They have a
     * class of their own.
     */
    public Allowance takeUnmetered(String address) {
        return take(Rate.RATE_UNSPECIFIED, null, address);
    }

    private Bucket bucket(Key key, BucketConfiguration configuration) {
        Bucket bucket = buckets.getIfPresent(key);
        return bucket != null ? bucket : buckets.get(key, k -> fill(configuration));
    }

    private static Allowance allowance(RateClass limit, Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            limit.refused().increment();
        }
        return new Allowance(
                probe.isConsumed(),
                limit.capacity(),
                Math.min(limit.capacity(), probe.getRemainingTokens()),
                seconds(probe.getNanosToWaitForReset()),
                seconds(probe.getNanosToWaitForRefill()));
    }

    /** Does what an ordinary request does, and lets it in. */
    private static Allowance warm(RateClass limit, Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return new Allowance(true, limit.capacity(), probe.getRemainingTokens(), 0, 0);
    }

    /**
     * While the process warms itself up, before it is ready, its own requests are neither counted nor refused.
     *
     * @param address that they come from, null when it is over
     */
    public void warming(@Nullable String address) {
        warming = address;
    }

    private RateClass limit(Rate rate) {
        RateClass limit = classes.get(rate);
        if (limit == null) {
            throw new IllegalArgumentException("rate class " + rate + " (expected: one that the contract names)");
        }
        return limit;
    }

    private static RateClass limitClass(Rate rate, GuardProperties.Bucket bucket, MeterRegistry meters) {
        Counter refused = Counter.builder("news.gateway.rate.refused")
                .description("Requests answered 429")
                .tag("class", rate.name())
                .register(meters);
        return new RateClass(
                configuration(bucket, 1), configuration(bucket, NETWORKS_PER_SITE), bucket.capacity(), refused);
    }

    private static BucketConfiguration configuration(GuardProperties.Bucket bucket, int times) {
        Bandwidth bandwidth = Bandwidth.builder()
                .capacity(bucket.capacity() * times)
                // the library counts a token a nanosecond at most
                .refillGreedy(Math.min(bucket.refill() * times, bucket.period().toNanos()), bucket.period())
                .build();
        return BucketConfiguration.builder().addLimit(bandwidth).build();
    }

    private static Bucket fill(BucketConfiguration configuration) {
        LocalBucketBuilder builder = Bucket.builder();
        for (Bandwidth bandwidth : configuration.getBandwidths()) {
            builder.addLimit(bandwidth);
        }
        return builder.build();
    }

    private static long seconds(long nanos) {
        return (nanos + SECOND - 1) / SECOND;
    }
}
