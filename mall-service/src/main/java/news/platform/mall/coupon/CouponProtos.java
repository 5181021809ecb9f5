package news.platform.mall.coupon;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Stream;
import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;
import news.platform.mall.coupon.Coupon.Off;
import news.platform.mall.coupon.MakeCoupon.Draft;
import news.platform.mall.money.Amount;
import news.platform.mall.money.AmountProtos;
import news.platform.mall.v1.CreateCouponRequest;
import news.platform.proto.Timestamps;

/** Coupons as messages, and what messages say of them. */
final class CouponProtos {
    private CouponProtos() {}

    static Draft draft(CreateCouponRequest request) {
        return new Draft(
                request.getCode().toUpperCase(Locale.ROOT),
                off(request),
                request.hasFrom() ? instant(request.getFrom()) : null,
                request.hasTo() ? instant(request.getTo()) : null,
                request.hasTotalLimit() ? request.getTotalLimit() : null,
                request.hasUserLimit() ? request.getUserLimit() : null);
    }

    static news.platform.mall.v1.Coupon message(Coupon coupon) {
        var message = news.platform.mall.v1.Coupon.newBuilder()
                .setCode(coupon.code())
                .setFrom(Timestamps.of(coupon.from()))
                .setUsed(coupon.used())
                .setCreateTime(Timestamps.of(coupon.createTime()));
        switch (coupon.off()) {
            case Off.Percent(int percent) -> message.setPercentOff(percent);
            case Off.Sum(Amount amount) -> message.setAmountOff(AmountProtos.message(amount));
        }
        Stream.ofNullable(coupon.to()).map(Timestamps::of).forEach(message::setTo);
        Stream.ofNullable(coupon.totalLimit()).forEach(message::setTotalLimit);
        Stream.ofNullable(coupon.userLimit()).forEach(message::setUserLimit);
        return message.build();
    }

    private static Off off(CreateCouponRequest request) {
        return switch (request.getOffCase()) {
            case PERCENT_OFF -> new Off.Percent(request.getPercentOff());
            case AMOUNT_OFF -> new Off.Sum(AmountProtos.asked(request.getAmountOff(), "amountOff"));
            case OFF_NOT_SET ->
                throw DomainException.field(
                        PlatformReason.INVALID_FIELD, "percentOff", "not set (expected: percentOff or amountOff)");
        };
    }

    /** As exact as the database. */
    private static Instant instant(Timestamp time) {
        return Timestamps.instant(time).truncatedTo(ChronoUnit.MICROS);
    }
}
