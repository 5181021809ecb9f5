package news.platform.mall.coupon;

import java.time.Instant;
import java.util.Optional;
import news.platform.mall.money.Amount;
import news.platform.persistence.page.TimeAndId;
import org.jspecify.annotations.Nullable;

/**
 * What makes orders cheaper.
 *
 * @param code in capitals
 * @param to the first instant at which it is over; null: it never is
 * @param totalLimit how often it can be used in all; null: as often as it is sent
 * @param userLimit how often by one user; null: as often as it is sent
 * @param used by how many orders that are paid or can still be
 */
record Coupon(
        String code,
        Off off,
        Instant from,
        @Nullable Instant to,
        @Nullable Integer totalLimit,
        @Nullable Integer userLimit,
        int used,
        Instant createTime) {
    /** How much cheaper. */
    sealed interface Off {
        /** By so much of a hundred. */
        record Percent(int percent) implements Off {}

        /** By so much, of orders in its currency. */
        record Sum(Amount amount) implements Off {}
    }

    /** How much cheaper an order becomes then, never below nothing; empty where the coupon is not for it. */
    Optional<Amount> discount(Amount subtotal, Instant now) {
        if (now.isBefore(from) || to != null && !now.isBefore(to)) {
            return Optional.empty();
        }
        return switch (off) {
            case Off.Percent(int percent) -> Optional.of(subtotal.percent(percent));
            case Off.Sum(Amount amount) ->
                Optional.of(amount)
                        .filter(sum -> sum.currency().equals(subtotal.currency()))
                        .map(subtotal::min);
        };
    }

    /** Where it stands in the list. */
    TimeAndId place() {
        return new TimeAndId(createTime, code);
    }
}
