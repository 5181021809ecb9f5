package news.platform.mall.coupon;

import static news.platform.test.grpc.Refusals.assertInvalid;
import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import news.platform.mall.MallServiceTest;
import news.platform.mall.v1.Coupon;
import news.platform.mall.v1.CreateCouponRequest;
import news.platform.mall.v1.ListCouponsRequest;
import news.platform.mall.v1.Order;
import news.platform.mall.v1.OrderState;
import news.platform.mall.v1.Product;
import news.platform.proto.Moneys;
import news.platform.proto.Timestamps;
import org.junit.jupiter.api.Test;

class CouponsIT extends MallServiceTest {
    @Test
    void takesAShareRoundedDownOrASumNeverBelowNothing() {
        var product = sold(article().clearPrices().addPrices(cny(333)));

        var share = ordered(
                ann, of(product).setCouponCode(made(coupon().setPercentOff(10)).getCode()));
        var sum = ordered(
                ann,
                of(product).setCouponCode(made(coupon().setAmountOff(cny(100))).getCode()));
        var all = ordered(
                ann,
                of(product).setCouponCode(made(coupon().setAmountOff(cny(900))).getCode()));

        assertThat(share.getDiscount()).isEqualTo(cny(33));
        assertThat(share.getTotal()).isEqualTo(cny(300));
        assertThat(sum.getTotal()).isEqualTo(cny(233));
        assertThat(all.getDiscount()).isEqualTo(cny(333));
        assertThat(all.getState()).isEqualTo(OrderState.ORDER_STATE_PAID);
    }

    @Test
    void isKnownHoweverItIsWritten() {
        var coupon = made(coupon());

        var order =
                ordered(ann, of(sold(article())).setCouponCode(coupon.getCode().toLowerCase(Locale.ROOT)));

        assertThat(order.getCouponCode()).isEqualTo(coupon.getCode());
    }

    @Test
    void isGoodInItsTimeAndCurrencyAlone() {
        var product = sold(membership());
        var soon = Timestamps.of(clock.instant().plus(Duration.ofMinutes(5)));
        var later = made(coupon().setFrom(soon));
        var brief = made(coupon().setTo(soon));
        var dollars = made(coupon().setAmountOff(Moneys.of("USD", 100)));

        refused("COUPON_NOT_VALID", product, later);
        refused("COUPON_NOT_VALID", product, dollars);
        ordered(ann, of(product).setCouponCode(brief.getCode()));
        clock.advance(Duration.ofMinutes(5));

        refused("COUPON_NOT_VALID", product, brief);
        ordered(ann, of(product).setCouponCode(later.getCode()));
        assertRefused("COUPON_UNKNOWN", () -> ordered(ann, of(product).setCouponCode("NO-SUCH")), "couponCode");
    }

    @Test
    void comesBackWithAnOrderThatIsNotPaid() {
        var product = sold(article());
        var coupon = made(coupon().setTotalLimit(1).setUserLimit(1));
        var order = ordered(ann, of(product).setCouponCode(coupon.getCode()));
        refused("COUPON_USED", product, coupon);
        assertRefused(
                "COUPON_USED_UP",
                () -> ordered(freshUser(), of(product).setCouponCode(coupon.getCode())),
                "couponCode");

        cancelled(ann, order);

        assertThat(ordered(ann, of(product).setCouponCode(coupon.getCode())).getDiscount())
                .isEqualTo(cny(30));
    }

    @Test
    void isNeverUsedOnceMoreThanItMayHoweverManyOrderAtOnce() throws Exception {
        var product = sold(article());
        var coupon = made(coupon().setTotalLimit(7).setUserLimit(2));
        var users = IntStream.range(0, 8).mapToObj(_ -> freshUser()).toList();

        long used = 0;
        try (var threads = Executors.newFixedThreadPool(16, Thread.ofVirtual().factory())) {
            var orders = IntStream.range(0, 48)
                    .mapToObj(number -> threads.submit(() -> tried(users.get(number % users.size()), product, coupon)))
                    .toList();
            for (var order : orders) {
                used += order.get() ? 1 : 0;
            }
        }

        assertThat(used).isEqualTo(7);
        assertThat(listed(coupon).getUsed()).isEqualTo(7);
        assertThat(jdbc.sql("select max(used) from coupon_user where code = :code")
                        .param("code", coupon.getCode())
                        .query(Integer.class)
                        .single())
                .isLessThanOrEqualTo(2);
    }

    @Test
    void namesTheFieldThatIsWrong() {
        var coupon = made(coupon());

        assertRefused("COUPON_EXISTS", () -> made(coupon().setCode(coupon.getCode())), "code");
        assertInvalid(() -> made(CreateCouponRequest.newBuilder()), "code");
        assertInvalid(() -> made(coupon().clearOff()), "percentOff");
        assertInvalid(() -> made(coupon().setPercentOff(101)), "percentOff");
        assertInvalid(() -> made(coupon().setAmountOff(cny(0))), "amountOff");
        assertInvalid(() -> made(coupon().setTo(Timestamps.of(clock.instant()))), "to");
    }

    private boolean tried(String userId, Product product, Coupon coupon) {
        try {
            Order order = ordered(userId, of(product).setCouponCode(coupon.getCode()));
            return !order.getCouponCode().isEmpty();
        } catch (StatusRuntimeException e) {
            return false;
        }
    }

    private void refused(String reason, Product product, Coupon coupon) {
        assertRefused(reason, () -> ordered(ann, of(product).setCouponCode(coupon.getCode())), "couponCode");
    }

    private Coupon listed(Coupon coupon) {
        return coupons()
                .listCoupons(ListCouponsRequest.newBuilder().setPageSize(100).build())
                .getCouponsList()
                .stream()
                .filter(listed -> listed.getCode().equals(coupon.getCode()))
                .findFirst()
                .orElseThrow();
    }
}
