package news.platform.mall.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import news.platform.mall.money.Amount;
import news.platform.mall.product.Product;
import news.platform.mall.product.Product.RefundPolicy;
import news.platform.persistence.Instants;

/** Rows as orders and what was ordered. */
final class OrderRows {
    private OrderRows() {}

    /** One with its items, a row each; empty where there is none. */
    static Optional<Order> whole(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            return Optional.empty();
        }
        var order = order(rows, 0);
        var items = new ArrayList<OrderItem>();
        do {
            if (rows.getString("item_id") != null) {
                items.add(item(rows));
            }
        } while (rows.next());
        return Optional.of(order.of(List.copyOf(items)));
    }

    /** Without its items. */
    static Order order(ResultSet row, int number) throws SQLException {
        var currency = row.getString("currency");
        return new Order(
                row.getString("id"),
                row.getString("user_id"),
                OrderState.valueOf(row.getString("state")),
                List.of(),
                new Amount(currency, row.getLong("subtotal")),
                new Amount(currency, row.getLong("discount")),
                new Amount(currency, row.getLong("refunded")),
                row.getString("coupon_code"),
                row.getString("payment_id"),
                Instants.of(row, "create_time"),
                Instants.of(row, "expire_time"),
                row.getLong("version"));
    }

    static OrderItem item(ResultSet row) throws SQLException {
        var validity = row.getString("validity");
        return new OrderItem(
                row.getString("item_id"),
                row.getString("product_id"),
                Product.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getInt("quantity"),
                new Amount(row.getString("currency"), row.getLong("unit_price")),
                validity == null ? null : Period.parse(validity),
                Arrays.asList((String[]) row.getArray("scopes").getArray()),
                RefundPolicy.valueOf(row.getString("refund_policy")),
                row.getBoolean("held"));
    }
}
