package news.platform.mall.product;

import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Holds what is limited, in the transaction of its caller, and tells when the last one is held and when there is one again. Whoever holds
 * some keeps the product's row until that ends: hold those of several products in the order of their ids.
 */
@Component
public final class HoldStock {
    private final Stocks stocks;
    private final Products products;
    private final ProductEvents events;

    HoldStock(Stocks stocks, Products products, ProductEvents events) {
        this.stocks = stocks;
        this.products = products;
        this.events = events;
    }

    /** Counts so many as sold; false where it is not on sale or not so many are left. */
    public boolean hold(String productId, int quantity) {
        var soldOut = stocks.hold(productId, quantity);
        if (soldOut.orElse(false)) {
            tell(productId);
        }
        return soldOut.isPresent();
    }

    /** Takes back what was held. */
    public void giveBack(String productId, int quantity) {
        if (stocks.giveBack(productId, quantity)) {
            tell(productId);
        }
    }

    private void tell(String productId) {
        long version = products.nextEvent(productId);
        products.find(List.of(productId)).forEach(product -> events.changed(product, version));
    }
}
