package news.platform.mall.coupon;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;
import news.platform.mall.coupon.Coupon.Off;
import news.platform.mall.v1.MallReason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes a coupon. */
@Component
final class MakeCoupon {
    private final Coupons coupons;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MakeCoupon(Coupons coupons, TransactionTemplate transaction, Clock clock) {
        this.coupons = coupons;
        this.transaction = transaction;
        this.clock = clock;
    }

    Coupon make(Draft draft) {
        // as exact as the database
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var from = draft.from() == null ? now : draft.from();
        if (draft.to() != null && !(draft.to().isAfter(from) && draft.to().isAfter(now))) {
            throw DomainException.field(
                    PlatformReason.INVALID_FIELD, "to", draft.to() + " (expected: later than now and than from)");
        }
        var coupon =
                new Coupon(draft.code(), draft.off(), from, draft.to(), draft.totalLimit(), draft.userLimit(), 0, now);
        return Objects.requireNonNull(transaction.execute(_ -> {
            if (!coupons.add(coupon)) {
                throw DomainException.field(MallReason.COUPON_EXISTS, "code", "a coupon has it: " + coupon.code());
            }
            return coupon;
        }));
    }

    /**
     * What is to be made.
     *
     * @param from null: from now on
     * @param to null: for good
     */
    record Draft(
            String code,
            Off off,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Integer totalLimit,
            @Nullable Integer userLimit) {}
}
