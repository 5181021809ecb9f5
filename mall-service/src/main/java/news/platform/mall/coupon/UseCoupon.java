package news.platform.mall.coupon;

import java.time.Clock;
import news.platform.error.DomainException;
import news.platform.mall.money.Amount;
import news.platform.mall.v1.MallReason;
import org.springframework.stereotype.Component;

/** Makes an order cheaper, in the transaction that places it. Each use is counted before it counts, so that none is over a limit. */
@Component
public final class UseCoupon {
    private final Coupons coupons;
    private final Clock clock;

    UseCoupon(Coupons coupons, Clock clock) {
        this.coupons = coupons;
        this.clock = clock;
    }

    /** How much cheaper the order becomes; refused where the coupon is not for it, or was used as often as it may be. */
    public Amount use(String code, String userId, Amount subtotal) {
        var coupon =
                coupons.find(code).orElseThrow(() -> refused(MallReason.COUPON_UNKNOWN, "there is no such coupon"));
        var discount = coupon.discount(subtotal, clock.instant())
                .orElseThrow(() -> refused(MallReason.COUPON_NOT_VALID, "not now, or not in " + subtotal.currency()));
        // the user's own row first: that of all is kept as shortly as can be
        if (!coupons.countUser(code, userId, coupon.userLimit())) {
            throw refused(MallReason.COUPON_USED, "you have used it as often as one may");
        }
        if (!coupons.count(code)) {
            throw refused(MallReason.COUPON_USED_UP, "it was used as often as it may be");
        }
        return discount;
    }

    /** Takes a use back, of an order that will not be paid. */
    public void giveBack(String code, String userId) {
        coupons.uncount(code, userId);
    }

    private static DomainException refused(MallReason reason, String message) {
        return DomainException.field(reason, "couponCode", message);
    }
}
