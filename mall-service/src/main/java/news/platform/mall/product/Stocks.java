package news.platform.mall.product;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many are sold of what is limited, in the database. */
@Component
final class Stocks {
    private final JdbcClient jdbc;

    Stocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts so many as sold: whether it is sold out by that; empty where it is not on sale or not so many are left. */
    Optional<Boolean> hold(String productId, int quantity) {
        return counted("""
                update product set sold = sold + :quantity
                 where id = :id and on_sale and (stock is null or sold + :quantity <= stock)
                returning coalesce(sold = stock, false)""", productId, quantity);
    }

    /** Takes back what was held: whether it is on sale and was sold out until now. */
    boolean giveBack(String productId, int quantity) {
        return counted("""
                update product set sold = sold - :quantity
                 where id = :id
                returning on_sale and coalesce(sold + :quantity = stock, false)""", productId, quantity).orElse(false);
    }

    private Optional<Boolean> counted(String sql, String productId, int quantity) {
        return jdbc.sql(sql)
                .param("id", productId)
                .param("quantity", quantity)
                .query(Boolean.class)
                .optional();
    }
}
