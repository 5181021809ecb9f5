package news.platform.mall.checkout;

import java.util.Comparator;
import java.util.Objects;
import java.util.stream.IntStream;
import news.platform.error.DomainException;
import news.platform.mall.coupon.UseCoupon;
import news.platform.mall.order.AdvanceOrder;
import news.platform.mall.order.Order;
import news.platform.mall.order.OrderItem;
import news.platform.mall.product.HoldStock;
import news.platform.mall.v1.MallReason;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Places an order: holds what it takes of stock and coupon, or refuses and holds nothing. */
@Component
final class PlaceOrder {
    private final HoldStock stocks;
    private final UseCoupon coupons;
    private final AdvanceOrder advancing;
    private final TransactionTemplate transaction;

    PlaceOrder(HoldStock stocks, UseCoupon coupons, AdvanceOrder advancing, TransactionTemplate transaction) {
        this.stocks = stocks;
        this.coupons = coupons;
        this.advancing = advancing;
        this.transaction = transaction;
    }

    /** The order of this id. */
    Order place(String id, String userId, Basket basket) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            hold(basket);
            var subtotal = basket.subtotal();
            var code = basket.couponCode();
            var discount = code == null ? subtotal.zero() : coupons.use(code, userId, subtotal);
            return advancing.place(id, userId, basket.items(), code, discount);
        }));
    }

    /** Of one product after the other by their ids: so no two orders wait for each other. */
    private void hold(Basket basket) {
        var items = basket.items();
        IntStream.range(0, items.size())
                .filter(position -> items.get(position).held())
                .boxed()
                .sorted(Comparator.comparing(position -> items.get(position).productId()))
                .forEach(position -> hold(items.get(position), position));
    }

    private void hold(OrderItem item, int position) {
        if (!stocks.hold(item.productId(), item.quantity())) {
            throw DomainException.field(
                    MallReason.PRODUCT_SOLD_OUT,
                    "items[" + position + "].quantity",
                    item.quantity() + " (expected: no more than are left)");
        }
    }
}
