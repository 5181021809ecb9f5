package news.platform.mall.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.platform.mall.order.Order.Moment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must be true of products, coupons and orders whatever happens, by the names that docs/money.md has for it. */
public final class OrderInvariants {
    private static final String HOLDING = "o.state not in ('EXPIRED', 'CANCELLED')";

    /** Each finds what breaks it. */
    private static final Map<String, String> QUERIES = Map.of(
            "stock-sold",
            """
            select p.id from product p
             where p.sold <> (select coalesce(sum(i.quantity), 0)
                                from order_item i join placed_order o on o.id = i.order_id
                               where i.product_id = p.id and i.held and\s""" + HOLDING + ")",
            "coupon-used",
            """
            select c.code from coupon c
             where c.used <> (select count(*) from placed_order o where o.coupon_code = c.code and\s""" + HOLDING + ")",
            "coupon-user",
            """
            select u.code || ' ' || u.user_id from coupon_user u join coupon c on c.code = u.code
             where u.used > coalesce(c.user_limit, u.used)
                or u.used <> (select count(*) from placed_order o
                               where o.coupon_code = u.code and o.user_id = u.user_id and\s""" + HOLDING + ")",
            "order-timeline",
            """
            select o.id from placed_order o
             where o.version <> (select count(*) from order_moment m where m.order_id = o.id)
                or o.state <> (select m.state from order_moment m where m.order_id = o.id and m.version = o.version)""",
            "order-payment",
            """
            select o.id from placed_order o
             where (o.payment_id is not null)
                   <> (o.subtotal > o.discount and o.state in ('PAID', 'FULFILLED', 'REFUNDING', 'REFUNDED'))
                or exists (select from placed_order other where other.payment_id = o.payment_id and other.id <> o.id)""",
            "order-refunded",
            """
            select o.id from placed_order o
             where o.payment_id is not null and (o.state = 'REFUNDED') <> (o.refunded = o.subtotal - o.discount)""");

    private OrderInvariants() {}

    /** The name of each that is broken, and by what. */
    public static List<String> violations(JdbcClient jdbc) {
        return Stream.concat(
                        QUERIES.entrySet().stream()
                                .flatMap(each -> jdbc.sql(each.getValue()).query(String.class).list().stream()
                                        .map(found -> each.getKey() + ": " + found)),
                        impossible(jdbc).map(found -> "order-steps: " + found))
                .toList();
    }

    /** Orders that went where the table does not lead. */
    private static Stream<String> impossible(JdbcClient jdbc) {
        Map<String, List<Moment>> timelines = jdbc
                .sql("select order_id, step, state from order_moment order by order_id, version")
                .query((row, _) -> Map.entry(
                        row.getString("order_id"),
                        new Moment(
                                OrderStep.valueOf(row.getString("step")),
                                OrderState.valueOf(row.getString("state")),
                                Instant.EPOCH)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return timelines.entrySet().stream()
                .filter(timeline -> !isPossible(timeline.getValue()))
                .map(Map.Entry::getKey);
    }

    private static boolean isPossible(List<Moment> timeline) {
        var moments = new ArrayList<>(timeline);
        var state = moments.removeFirst().state();
        if (state != OrderState.CREATED) {
            return false;
        }
        for (var moment : moments) {
            if (!moment.step().isPossible(state) || moment.step().after(state) != moment.state()) {
                return false;
            }
            state = moment.state();
        }
        return true;
    }
}
