package news.platform.payment.refund;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import news.platform.payment.ledger.Amount;
import news.platform.persistence.Instants;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The refunds in the database. */
@Component
final class Refunds {
    private static final String SELECT = """
            select id, payment_id, transaction_id, amount, currency, state, reason, ordered_by, ending,
                   create_time, update_time
              from refund\s""";

    private final JdbcClient jdbc;

    Refunds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Refund refund) {
        jdbc.sql("""
                        insert into refund (id, payment_id, transaction_id, amount, currency, state, reason, ordered_by,
                                            create_time, update_time)
                        values (:id, :payment, :transaction, :amount, :currency, :state, :reason, :by, :now, :now)""")
                .param("id", refund.id())
                .param("payment", refund.paymentId())
                .param("transaction", refund.transactionId())
                .param("amount", refund.amount().minorUnits())
                .param("currency", refund.amount().currency())
                .param("state", refund.state().name())
                .param("reason", refund.reason())
                .param("by", refund.orderedBy())
                .param("now", Instants.parameter(refund.createTime()))
                .update();
    }

    Optional<Refund> find(String id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(Refunds::refund)
                .optional();
    }

    /** A payment's, the first first. */
    List<Refund> of(String paymentId) {
        return jdbc.sql(SELECT + "where payment_id = :payment order by id")
                .param("payment", paymentId)
                .query(Refunds::refund)
                .list();
    }

    /** What of a capture is back with its payer, in minor units. */
    long back(String paymentId, String transactionId) {
        return jdbc.sql("""
                        select coalesce(sum(amount), 0) from refund
                         where payment_id = :payment and transaction_id = :transaction and state = 'SUCCEEDED'""")
                .param("payment", paymentId)
                .param("transaction", transactionId)
                .query(Long.class)
                .single();
    }

    /**
     * Takes a refund from one state to the next.
     *
     * @throws OptimisticLockingFailureException where it is not in the first one any more
     */
    void advance(RefundState from, Refund to) {
        int changed = jdbc.sql("""
                        update refund set state = :to, ending = :ending, update_time = :now
                         where id = :id and state = :from""")
                .param("id", to.id())
                .param("from", from.name())
                .param("to", to.state().name())
                .param("ending", to.ending())
                .param("now", Instants.parameter(to.updateTime()))
                .update();
        if (changed != 1) {
            throw new OptimisticLockingFailureException("refund " + to.id() + " is not " + from + " any more");
        }
    }

    private static Refund refund(ResultSet row, int number) throws SQLException {
        return new Refund(
                row.getString("id"),
                row.getString("payment_id"),
                row.getString("transaction_id"),
                new Amount(row.getString("currency"), row.getLong("amount")),
                RefundState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("ordered_by"),
                row.getString("ending"),
                Instants.of(row, "create_time"),
                Instants.of(row, "update_time"));
    }
}
