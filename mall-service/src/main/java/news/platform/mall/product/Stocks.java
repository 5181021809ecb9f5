package news.platform.mall.product;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many are sold of what is limited. Whoever holds some keeps the product's row until the transaction ends: hold those of several
 * products in the order of their ids. That the last one is sold is told, and that there is one again.
 */
@Component
public final class Stocks {
    private final JdbcClient jdbc;
    private final Products products;
    private final ProductEvents events;

    Stocks(JdbcClient jdbc, Products products, ProductEvents events) {
        this.jdbc = jdbc;
        this.products = products;
        this.events = events;
    }

    /** Counts so many as sold; false where it is not on sale or not so many are left. */
    public boolean hold(String productId, int quantity) {
        var held = counted("""
                update product set sold = sold + :quantity
                 where id = :id and on_sale and (stock is null or sold + :quantity <= stock)
                returning coalesce(sold = stock, false)""", productId, quantity);
        held.filter(soldOut -> soldOut).ifPresent(_ -> tell(productId));
        return held.isPresent();
    }

    /** Takes back what was held. */
    public void giveBack(String productId, int quantity) {
        counted("""
                update product set sold = sold - :quantity
                 where id = :id
                returning on_sale and coalesce(sold + :quantity = stock, false)""", productId, quantity).filter(leftAgain -> leftAgain).ifPresent(_ -> tell(productId));
    }

    private Optional<Boolean> counted(String sql, String productId, int quantity) {
        return jdbc.sql(sql)
                .param("id", productId)
                .param("quantity", quantity)
                .query(Boolean.class)
                .optional();
    }

    private void tell(String productId) {
        long version = products.nextEvent(productId);
        products.find(List.of(productId)).forEach(product -> events.changed(product, version));
    }
}
