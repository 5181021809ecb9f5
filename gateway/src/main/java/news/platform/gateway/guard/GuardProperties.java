package news.platform.gateway.guard;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import news.platform.edge.v1.Rate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a client may ask of the edge, and what the edge asks of itself.
 *
 * @param trustedProxies addresses or blocks, e.g. "10.0.0.0/8", whose X-Forwarded-For is believed; empty: nobody's
 * @param rates the bucket of a class, by its name without the prefix in lower case, e.g. "read"; "unspecified" is
 *     what no method names: addresses that lead nowhere, documents, refused callers; a class left out keeps its default
 * @param rateScale what every bucket is multiplied by, capacity and refill alike, for load tests; default 1
 * @param maxBuckets how many buckets are remembered at most, the longest unused go first; default 100,000
 * @param admission the concurrency limit
 */
@ConfigurationProperties("news.gateway.guard")
record GuardProperties(
        @DefaultValue List<String> trustedProxies,
        @DefaultValue Map<String, Bucket> rates,
        @DefaultValue("1") double rateScale,
        @DefaultValue("100000") int maxBuckets,
        @DefaultValue AdmissionProperties admission) {

    GuardProperties {
        if (!(rateScale > 0)) {
            throw new IllegalArgumentException("news.gateway.guard.rate-scale: " + rateScale + " (expected: > 0)");
        }
        rates.keySet().forEach(GuardProperties::rate);
    }

    /**
     * One token bucket.
     *
     * @param capacity how many calls at once, after a rest
     * @param refill how many calls come back in a period
     * @param period default 1 s
     */
    record Bucket(
            long capacity, long refill, @DefaultValue("1s") Duration period) {

        Bucket {
            if (capacity < 1 || refill < 1 || period.toNanos() < 1) {
                throw new IllegalArgumentException("news.gateway.guard.rates: capacity " + capacity + ", refill "
                        + refill + ", period " + period + " (expected: all > 0)");
            }
        }

        Bucket scaled(double scale) {
            return new Bucket(
                    Math.max(1, Math.round(capacity * scale)), Math.max(1, Math.round(refill * scale)), period);
        }
    }

    /**
     * The adaptive limit of calls under way.
     *
     * @param min the limit never falls below it; default 100
     * @param max the limit never rises above it; default 2,000
     * @param initial where it starts, and where it comes back to when little is asked; default 200
     * @param waiting how many calls may wait on purpose, beside the limit; default 1,000
     * @param callbacks how many callbacks may be under way, beside the limit; default 256
     */
    record AdmissionProperties(
            @DefaultValue("100") int min,
            @DefaultValue("2000") int max,
            @DefaultValue("200") int initial,
            @DefaultValue("1000") int waiting,
            @DefaultValue("256") int callbacks) {

        AdmissionProperties {
            if (min < 1 || max < min || initial < min || initial > max || waiting < 1 || callbacks < 1) {
                throw new IllegalArgumentException("news.gateway.guard.admission: min " + min + ", initial " + initial
                        + ", max " + max + ", waiting " + waiting + ", callbacks " + callbacks
                        + " (expected: 1 <= min <= initial <= max, waiting >= 1, callbacks >= 1)");
            }
        }
    }

    /** The bucket of every class, scaled. */
    Map<Rate, Bucket> buckets() {
        Map<Rate, Bucket> buckets = new EnumMap<>(Rate.class);
        for (Rate rate : Rate.values()) {
            if (rate != Rate.UNRECOGNIZED) {
                buckets.put(rate, standard(rate));
            }
        }
        rates.forEach((name, bucket) -> buckets.put(rate(name), bucket));
        buckets.replaceAll((rate, bucket) -> bucket.scaled(rateScale));
        return buckets;
    }

    private static Bucket standard(Rate rate) {
        return switch (rate) {
            case RATE_READ, RATE_UNSPECIFIED, UNRECOGNIZED -> new Bucket(600, 100, Duration.ofSeconds(1));
            case RATE_WRITE -> new Bucket(60, 5, Duration.ofSeconds(1));
            case RATE_SEARCH -> new Bucket(60, 10, Duration.ofSeconds(1));
            case RATE_LOGIN -> new Bucket(20, 20, Duration.ofMinutes(1));
            case RATE_STREAM -> new Bucket(128, 16, Duration.ofSeconds(1));
            case RATE_INGEST -> new Bucket(200, 50, Duration.ofSeconds(1));
            case RATE_CALLBACK -> new Bucket(2000, 500, Duration.ofSeconds(1));
        };
    }

    private static Rate rate(String name) {
        try {
            return Rate.valueOf("RATE_" + name.toUpperCase(java.util.Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "news.gateway.guard.rates: " + name
                            + " (expected: read, write, search, login, stream, ingest, callback or unspecified)",
                    e);
        }
    }
}
