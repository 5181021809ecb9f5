package news.platform.payment.intent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.platform.payment.charge.NextAction;
import news.platform.payment.ledger.Amount;
import news.platform.persistence.Instants;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The payments in the database. */
@Component
public final class Payments {
    private static final String SELECT = """
            select p.id, p.order_id, p.user_id, p.channel, p.amount, p.currency, p.title, p.expire_time, p.state,
                   p.action_type, p.action_url, p.action_params, p.ending, coalesce(c.refunded, 0) as refunded,
                   p.create_time, p.update_time
              from payment p left join capture c on c.payment_id = p.id and c.counted\s""";

    private final JdbcClient jdbc;

    Payments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(Payment payment) {
        jdbc.sql("""
                        insert into payment (id, order_id, user_id, channel, amount, currency, title, expire_time, state,
                                             create_time, update_time)
                        values (:id, :order, :user, :channel, :amount, :currency, :title, :expire, :state, :now, :now)""")
                .param("id", payment.id())
                .param("order", payment.orderId())
                .param("user", payment.userId())
                .param("channel", payment.channel())
                .param("amount", payment.amount().minorUnits())
                .param("currency", payment.amount().currency())
                .param("title", payment.title())
                .param("expire", Instants.parameter(payment.expireTime()))
                .param("state", payment.state().name())
                .param("now", Instants.parameter(payment.createTime()))
                .update();
    }

    public Optional<Payment> find(String id) {
        return jdbc.sql(SELECT + "where p.id = :id")
                .param("id", id)
                .query(Payments::payment)
                .optional();
    }

    /** How often it was tried to pay an order. */
    public int count(String orderId) {
        return jdbc.sql("select count(*) from payment where order_id = :order")
                .param("order", orderId)
                .query(Integer.class)
                .single();
    }

    /** All of its order, itself among them; none where there is no such payment. */
    List<Payment> siblings(String id) {
        return jdbc.sql(SELECT + "where p.order_id = (select order_id from payment where id = :id) order by p.id")
                .param("id", id)
                .query(Payments::payment)
                .list();
    }

    /** Those of an order that have not ended. */
    List<Payment> open(String orderId) {
        return jdbc.sql(SELECT + """
                        where p.order_id = :order and p.state in ('CREATED', 'REQUIRES_ACTION', 'PROCESSING')
                        order by p.id""")
                .param("order", orderId)
                .query(Payments::payment)
                .list();
    }

    /**
     * Takes a payment from one state to the next.
     *
     * @throws OptimisticLockingFailureException where it is not in the first one any more
     */
    void advance(PaymentState from, Payment to) {
        var action = Optional.ofNullable(to.nextAction());
        int changed = jdbc.sql("""
                        update payment
                           set state = :to, action_type = :type, action_url = :url, action_params = :params,
                               ending = :ending, update_time = :now
                         where id = :id and state = :from""")
                .param("id", to.id())
                .param("from", from.name())
                .param("to", to.state().name())
                .param("type", action.map(next -> next.type().name()).orElse(null))
                .param("url", action.map(NextAction::url).orElse(null))
                .param("params", action.map(next -> pairs(next.params())).orElse(null))
                .param("ending", to.ending())
                .param("now", Instants.parameter(to.updateTime()))
                .update();
        if (changed != 1) {
            throw new OptimisticLockingFailureException("payment " + to.id() + " is not " + from + " any more");
        }
    }

    private static Payment payment(ResultSet row, int number) throws SQLException {
        return new Payment(
                row.getString("id"),
                row.getString("order_id"),
                row.getString("user_id"),
                row.getString("channel"),
                new Amount(row.getString("currency"), row.getLong("amount")),
                row.getString("title"),
                Instants.of(row, "expire_time"),
                PaymentState.valueOf(row.getString("state")),
                action(row),
                row.getString("ending"),
                row.getLong("refunded"),
                Instants.of(row, "create_time"),
                Instants.of(row, "update_time"));
    }

    private static @Nullable NextAction action(ResultSet row) throws SQLException {
        var type = row.getString("action_type");
        if (type == null) {
            return null;
        }
        var pairs = (String[]) row.getArray("action_params").getArray();
        var params = new HashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            params.put(pairs[i], pairs[i + 1]);
        }
        return new NextAction(NextAction.Type.valueOf(type), row.getString("action_url"), params);
    }

    /** Names and values in turn. */
    private static String[] pairs(Map<String, String> params) {
        return params.entrySet().stream()
                .flatMap(param -> List.of(param.getKey(), param.getValue()).stream())
                .toArray(String[]::new);
    }
}
