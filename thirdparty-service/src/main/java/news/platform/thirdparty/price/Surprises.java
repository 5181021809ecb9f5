package news.platform.thirdparty.price;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * What figures did to prices that are made up: one that is not what was expected moves them at once, by up to what they change in
 * two days, and half of that is gone after ten minutes. Thread-safe.
 */
@Component
final class Surprises {
    /** What is older moves nothing any more. */
    static final Duration REMEMBERED = Duration.ofHours(1);

    private static final double MOST = 2;
    private static final double HALF_LIFE = Duration.ofMinutes(10).toNanos();

    private final Map<String, Surprise> surprises = new ConcurrentHashMap<>();

    /** @param days how many days' changes it is worth, up or down */
    private record Surprise(Instant time, double days) {}

    /** A figure; a tenth of what was expected is worth a day. One that comes again is the same. */
    void add(String release, Instant time, BigDecimal surprise, BigDecimal expected) {
        double days = surprise.doubleValue() * 10 / Math.max(expected.abs().doubleValue(), Double.MIN_NORMAL);
        surprises.values().removeIf(each -> each.time.plus(REMEMBERED).isBefore(time));
        surprises.put(release, new Surprise(time, Math.clamp(days, -MOST, MOST)));
    }

    /** What a price is multiplied with then. */
    double factor(PricedInstrument.Kind kind, Instant time) {
        double days = 0;
        for (var surprise : surprises.values()) {
            var age = Duration.between(surprise.time, time);
            if (!age.isNegative() && age.compareTo(REMEMBERED) < 0) {
                days += surprise.days * Math.pow(0.5, age.toNanos() / HALF_LIFE);
            }
        }
        return Math.exp(days * kind.volatility());
    }
}
