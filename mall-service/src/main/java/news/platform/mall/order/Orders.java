package news.platform.mall.order;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import news.platform.mall.order.Order.Moment;
import news.platform.persistence.Instants;
import news.platform.persistence.page.TimeAndId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The orders in the database, with what happened to them. */
@Component
public final class Orders {
    private static final String SELECT = """
            select id, user_id, state, currency, subtotal, discount, refunded, coupon_code, payment_id, create_time, expire_time,
                   version
              from placed_order\s""";
    /** One with its items, which never change: whoever waits for the order's lock has them as they are. */
    private static final String WHOLE = """
            select o.id, o.user_id, o.state, o.currency, o.subtotal, o.discount, o.refunded, o.coupon_code, o.payment_id,
                   o.create_time, o.expire_time, o.version, i.id as item_id, i.product_id, i.kind, i.name, i.quantity,
                   i.unit_price, i.validity, i.scopes, i.refund_policy, i.held
              from placed_order o left join order_item i on i.order_id = o.id
             where o.id = :id\s""";

    private static final TimeAndId BEFORE_ALL = new TimeAndId(Instant.parse("9999-12-31T00:00:00Z"), "");

    private final JdbcClient jdbc;

    Orders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes one, with what has happened to it, a version each. */
    void add(Order order, List<Moment> moments) {
        jdbc.sql("""
                        with noted as (
                            insert into order_moment (order_id, version, step, state, time)
                            select :id, m.version, m.step, m.state, :createTime
                              from unnest(:steps::text[], :states::text[]) with ordinality m (step, state, version))
                        insert into placed_order (
                            id, user_id, state, currency, subtotal, discount, coupon_code, create_time, expire_time, version)
                        values (
                            :id, :user, :state, :currency, :subtotal, :discount, :coupon, :createTime, :expireTime, :version)""")
                .param("id", order.id())
                .param("user", order.userId())
                .param("state", order.state().name())
                .param("currency", order.subtotal().currency())
                .param("subtotal", order.subtotal().minor())
                .param("discount", order.discount().minor())
                .param("coupon", order.couponCode())
                .param("createTime", Instants.parameter(order.createTime()))
                .param("expireTime", Instants.parameter(order.expireTime()))
                .param("version", order.version())
                .param(
                        "steps",
                        moments.stream().map(moment -> moment.step().name()).toArray(String[]::new))
                .param(
                        "states",
                        moments.stream().map(moment -> moment.state().name()).toArray(String[]::new))
                .update();
        for (int position = 0; position < order.items().size(); position++) {
            add(order.id(), position, order.items().get(position));
        }
    }

    private void add(String orderId, int position, OrderItem item) {
        jdbc.sql("""
                        insert into order_item (
                            id, order_id, position, product_id, kind, name, quantity, unit_price, validity, scopes, refund_policy,
                            held)
                        values (
                            :id, :order, :position, :product, :kind, :name, :quantity, :price, :validity, :scopes, :refunds, :held)""")
                .param("id", item.id())
                .param("order", orderId)
                .param("position", position)
                .param("product", item.productId())
                .param("kind", item.kind().name())
                .param("name", item.name())
                .param("quantity", item.quantity())
                .param("price", item.unitPrice().minor())
                .param(
                        "validity",
                        item.validity() == null ? null : item.validity().toString())
                .param("scopes", item.scopes().toArray(String[]::new))
                .param("refunds", item.refundPolicy().name())
                .param("held", item.held())
                .update();
    }

    /** Writes how it stands after a step, and when that was. */
    void step(Order order, OrderStep step, Instant time) {
        jdbc.sql("""
                        with noted as (
                            insert into order_moment (order_id, version, step, state, time)
                            values (:id, :version, :step, :state, :time))
                        update placed_order
                           set state = :state, payment_id = :payment, refunded = :refunded, version = :version
                         where id = :id""")
                .param("id", order.id())
                .param("state", order.state().name())
                .param("payment", order.paymentId())
                .param("refunded", order.refunded().minor())
                .param("version", order.version())
                .param("step", step.name())
                .param("time", Instants.parameter(time))
                .update();
    }

    /** What happened to it, in its order. */
    public List<Moment> timeline(String id) {
        return jdbc.sql("select step, state, time from order_moment where order_id = :id order by version")
                .param("id", id)
                .query((row, _) -> new Moment(
                        OrderStep.valueOf(row.getString("step")),
                        OrderState.valueOf(row.getString("state")),
                        Instants.of(row, "time")))
                .list();
    }

    /** One of a user's own. */
    public Optional<Order> find(String id, String userId) {
        return jdbc.sql(WHOLE + "and o.user_id = :user order by i.position")
                .param("id", id)
                .param("user", userId)
                .query(OrderRows::whole);
    }

    /** For a step: nothing else happens to it until the transaction ends. */
    public Optional<Order> lock(String id) {
        return jdbc.sql(WHOLE + "order by i.position for no key update of o")
                .param("id", id)
                .query(OrderRows::whole);
    }

    /** A user's, latest first, after the given place; from the start where it is empty. */
    public List<Order> page(String userId, Optional<TimeAndId> after, int limit) {
        var place = after.orElse(BEFORE_ALL);
        return whole(jdbc.sql(SELECT + """
                        where user_id = :user and (create_time, id) < (:time, :id)
                        order by create_time desc, id desc limit :limit""")
                .param("user", userId)
                .param("time", Instants.parameter(place.time()))
                .param("id", place.id())
                .param("limit", limit)
                .query(OrderRows::order)
                .list());
    }

    /** How many of a user's wait for their money. */
    public int open(String userId) {
        return jdbc.sql("select count(*) from placed_order where user_id = :user and state = 'AWAITING_PAYMENT'")
                .param("user", userId)
                .query(Integer.class)
                .single();
    }

    private List<Order> whole(List<Order> orders) {
        var found = items(orders.stream().map(Order::id).toList());
        return orders.stream()
                .map(order -> order.of(found.getOrDefault(order.id(), List.of())))
                .toList();
    }

    /** Those of several orders, by the orders' ids. */
    private Map<String, List<OrderItem>> items(Collection<String> orderIds) {
        return jdbc
                .sql("""
                        select i.id as item_id, i.order_id, i.product_id, i.kind, i.name, i.quantity, i.unit_price, i.validity, i.scopes,
                               i.refund_policy, i.held, o.currency
                          from order_item i join placed_order o on o.id = i.order_id
                         where i.order_id = any (:ids)
                         order by i.order_id, i.position""")
                .param("ids", orderIds.toArray(String[]::new))
                .query((row, _) -> Map.entry(row.getString("order_id"), OrderRows.item(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
