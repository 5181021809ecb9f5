package news.platform.mall.order;

import java.time.Period;
import java.util.List;
import news.platform.mall.money.Amount;
import news.platform.mall.product.Product;
import news.platform.mall.product.Product.RefundPolicy;
import org.jspecify.annotations.Nullable;

/**
 * One thing of an order, as the product was when it was ordered.
 *
 * @param validity for how long all of them open their scopes; null: for good
 * @param held whether they are counted as sold, and are given back where the order is not paid
 */
public record OrderItem(
        String id,
        String productId,
        Product.Kind kind,
        String name,
        int quantity,
        Amount unitPrice,
        @Nullable Period validity,
        List<String> scopes,
        RefundPolicy refundPolicy,
        boolean held) {
    public OrderItem {
        scopes = List.copyOf(scopes);
    }

    /** What all of them cost. */
    public Amount price() {
        return unitPrice.times(quantity);
    }

    /** The same, but closed when its money goes back. */
    OrderItem revocable() {
        return new OrderItem(
                id, productId, kind, name, quantity, unitPrice, validity, scopes, RefundPolicy.REVOKE, held);
    }
}
