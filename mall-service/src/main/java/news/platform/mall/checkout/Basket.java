package news.platform.mall.checkout;

import java.util.List;
import news.platform.mall.money.Amount;
import news.platform.mall.order.OrderItem;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is about to order, at today's prices.
 *
 * @param items whose ids begin with that of the order
 * @param couponCode null: none
 */
record Basket(List<OrderItem> items, @Nullable String couponCode) {
    Amount subtotal() {
        return items.stream().map(OrderItem::price).reduce(Amount::plus).orElseThrow();
    }
}
