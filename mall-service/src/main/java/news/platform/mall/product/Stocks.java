package news.platform.mall.product;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many are sold of what is limited. Whoever holds some keeps the product's row until the transaction ends: hold those of several
 * products in the order of their ids.
 */
@Component
public final class Stocks {
    private final JdbcClient jdbc;

    Stocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts so many as sold; false where it is not on sale or not so many are left. */
    public boolean hold(String productId, int quantity) {
        return jdbc.sql("""
                                update product set sold = sold + :quantity
                                 where id = :id and on_sale and (stock is null or sold + :quantity <= stock)""").param("id", productId).param("quantity", quantity).update() == 1;
    }

    /** Takes back what was held. */
    public void giveBack(String productId, int quantity) {
        jdbc.sql("update product set sold = sold - :quantity where id = :id")
                .param("id", productId)
                .param("quantity", quantity)
                .update();
    }
}
