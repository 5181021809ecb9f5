package news.platform.benchmarks.money;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import news.platform.benchmarks.measure.Rows;
import news.platform.benchmarks.money.Picture.Balance;
import news.platform.benchmarks.money.Picture.Grant;
import news.platform.benchmarks.money.Picture.Limit;
import news.platform.benchmarks.money.Picture.Order;
import news.platform.benchmarks.money.Picture.Payment;
import news.platform.benchmarks.shop.Shop;
import news.platform.benchmarks.shop.Sum;
import news.platform.local.up.RunningPlatform;

/** What the services keep of the run's users, read from their databases: nothing between it and the truth. */
final class Stores {
    private static final List<String> MONEYED = List.of("mall", "payment", "thirdparty", "entitlement");

    private final RunningPlatform platform;
    private final String[] users;
    private final Shop shop;

    Stores(RunningPlatform platform, String[] users, Shop shop) {
        this.platform = platform;
        this.users = users;
        this.shop = shop;
    }

    List<Order> orders() {
        return rows(
                "mall",
                """
                select o.id, o.state, o.currency, o.subtotal - o.discount as total, o.refunded,
                       coalesce(o.payment_id, '') as payment,
                       array(select 'orders/' || i.id || '.' || s.n from order_item i, generate_subscripts(i.scopes, 1) s(n)
                              where i.order_id = o.id) as scopes,
                       array(select 'orders/' || i.id || '.' || s.n from order_item i, generate_subscripts(i.scopes, 1) s(n)
                              where i.order_id = o.id and i.refund_policy <> 'REVOKE') as kept
                  from placed_order o where o.user_id = any (?)""",
                users,
                row -> new Order(
                        row.getString("id"),
                        row.getString("state"),
                        new Sum(row.getString("currency"), row.getLong("total")),
                        row.getLong("refunded"),
                        row.getString("payment"),
                        texts(row, "scopes"),
                        texts(row, "kept")));
    }

    List<Payment> payments() {
        return rows(
                "payment",
                "select id, order_id, state from payment where user_id = any (?)",
                users,
                row -> new Payment(row.getString("id"), row.getString("order_id"), row.getString("state")));
    }

    List<Grant> grants() {
        return rows(
                "entitlement",
                "select source from entitlement where user_id = any (?) and revoke_time is null",
                users,
                row -> new Grant(row.getString("source")));
    }

    /** Who reads this article by a right that holds now. */
    List<String> readers(String articleId) {
        return rows("entitlement", """
                select distinct user_id from entitlement
                 where user_id = any (?) and revoke_time is null and from_time <= now()
                   and (to_time is null or to_time > now()) and scope in ('plans/premium', 'articles/%s')""".formatted(articleId), users, row -> row.getString("user_id"));
    }

    /** All transfers that were ever booked, by account. */
    List<Balance> transfers() {
        return rows("payment", """
                select account, currency, sum(amount) as net from (
                    select debit as account, currency, amount from ledger_transfer
                    union all select credit, currency, -amount from ledger_transfer) moved
                 where ? is not null group by account, currency""", users, Stores::balance);
    }

    /** What the run's payments left on the channel's account. */
    List<Sum> clearing() {
        return rows("payment", """
                select t.currency, sum(case when t.debit like 'clearing/%' then t.amount else -t.amount end) as net
                  from ledger_transfer t join payment p on p.id = t.payment_id
                 where p.user_id = any (?) and (t.debit like 'clearing/%' or t.credit like 'clearing/%')
                 group by t.currency""", users, row -> new Sum(row.getString("currency"), row.getLong("net")));
    }

    /** What there are only so many of. */
    List<Limit> limits() {
        var held = "o.state not in ('EXPIRED', 'CANCELLED')";
        var limits = new ArrayList<>(
                rows("mall", """
                with ours as (select code, total_limit, user_limit, used from coupon where code = any (?))
                select c.code as name, c.total_limit as most, c.used as counted,
                       (select count(*) from placed_order o where o.coupon_code = c.code and %1$s) as held
                  from ours c
                union all
                select c.code || ' of ' || u.user_id, c.user_limit, u.used,
                       (select count(*) from placed_order o
                         where o.coupon_code = c.code and o.user_id = u.user_id and %1$s)
                  from ours c join coupon_user u on u.code = c.code""".formatted(held), new String[] {shop.percent(), shop.free()}, Stores::limit));
        limits.addAll(rows("mall", """
                select p.id as name, p.stock as most, p.sold as counted,
                       (select coalesce(sum(i.quantity), 0) from order_item i join placed_order o on o.id = i.order_id
                         where i.product_id = p.id and %s) as held
                  from product p where p.id = any (?)""".formatted(held), new String[] {shop.scarce()}, Stores::limit));
        return limits;
    }

    /** Cases, jobs and timers that were given up, events that the broker does not take or that wait to be sent; of anybody. */
    List<String> left() {
        var left = new ArrayList<>(rows("payment", """
                select 'case ' || kind || ' of ' || subject || ': here ' || here || ', there ' || there as what
                  from difference_case where close_time is null and ? is not null""", users, Stores::what));
        for (var service : MONEYED) {
            left.addAll(rows(service, """
                    select '%1$s: ' || kind || ' ' || key || ' was given up: ' || failure as what
                      from platform.task where park_time is not null and ? is not null
                    union all select '%1$s: the outbox gave up ' || type || ': ' || reason from platform.outbox_dead_letter
                    union all select '%1$s: ' || count(*) || ' events wait to be sent'
                      from platform.outbox having count(*) > 0""".formatted(service), users, Stores::what));
        }
        return left;
    }

    private <T> List<T> rows(String service, String sql, String[] values, Rows.Row<T> row) {
        return Rows.of(platform, service, sql, List.of(values), row);
    }

    private static Balance balance(ResultSet row) throws SQLException {
        return new Balance(row.getString("account"), new Sum(row.getString("currency"), row.getLong("net")));
    }

    private static Limit limit(ResultSet row) throws SQLException {
        return new Limit(row.getString("name"), row.getLong("most"), row.getLong("counted"), row.getLong("held"));
    }

    private static String what(ResultSet row) throws SQLException {
        return row.getString("what");
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Stream.of((Object[]) row.getArray(column).getArray())
                .map(String::valueOf)
                .toList();
    }
}
