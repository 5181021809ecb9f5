package news.platform.thirdparty.charge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import news.platform.persistence.Instants;
import news.platform.thirdparty.channel.Amount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The refunds in the database; who changes one has its charge locked. */
@Component
final class Refunds {
    private static final String SELECT = """
            select channel, reference, coalesce(refund_id, '') as refund_id, payment_id, transaction_id, amount_minor,
                   currency, state, channel_refund_id, failure
              from refund\s""";

    private final JdbcClient jdbc;

    Refunds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False where there is one of that reference or id. */
    boolean add(Refund refund, Instant now) {
        return jdbc.sql("""
                        insert into refund (channel, reference, refund_id, payment_id, transaction_id, amount_minor, currency,
                                            create_time, state, channel_refund_id, failure)
                        values (:channel, :reference, nullif(:refund, ''), :payment, :transaction, :amount, :currency,
                                :now, :state, :channelRefund, :failure)
                        on conflict do nothing""")
                        .param("channel", refund.channel())
                        .param("reference", refund.reference())
                        .param("refund", refund.refundId())
                        .param("payment", refund.paymentId())
                        .param("transaction", refund.transactionId())
                        .param("amount", refund.amount().minorUnits())
                        .param("currency", refund.amount().currency())
                        .param("now", Instants.parameter(now))
                        .param("state", refund.state().name())
                        .param("channelRefund", refund.channelRefundId())
                        .param("failure", refund.failure())
                        .update()
                > 0;
    }

    void save(Refund refund) {
        jdbc.sql("""
                        update refund set state = :state, channel_refund_id = :channelRefund, failure = :failure
                         where channel = :channel and reference = :reference""")
                .param("state", refund.state().name())
                .param("channelRefund", refund.channelRefundId())
                .param("failure", refund.failure())
                .param("channel", refund.channel())
                .param("reference", refund.reference())
                .update();
    }

    /** By our own id. */
    Optional<Refund> find(String refundId) {
        return jdbc.sql(SELECT + "where refund_id = :refund")
                .param("refund", refundId)
                .query(Refunds::refund)
                .optional();
    }

    /** By what its channel calls it. */
    Optional<Refund> find(String channel, String reference) {
        return jdbc.sql(SELECT + "where channel = :channel and reference = :reference")
                .param("channel", channel)
                .param("reference", reference)
                .query(Refunds::refund)
                .optional();
    }

    /** How much of a payment went back or is to go back, in the smallest unit. */
    long sum(String paymentId) {
        return jdbc.sql("""
                        select coalesce(sum(amount_minor), 0) from refund
                         where payment_id = :payment and state <> 'FAILED'""").param("payment", paymentId).query(Long.class).single();
    }

    /** Our ids and payments of refunds by their references; those that nobody here asked for have the id "". */
    Map<String, Refund> byReferences(String channel, Collection<String> references) {
        return jdbc
                .sql(SELECT + "where channel = :channel and reference = any (:references)")
                .param("channel", channel)
                .param("references", references.toArray(String[]::new))
                .query(Refunds::refund)
                .list()
                .stream()
                .collect(Collectors.toMap(Refund::reference, refund -> refund));
    }

    private static Refund refund(ResultSet row, int number) throws SQLException {
        return new Refund(
                row.getString("refund_id"),
                row.getString("payment_id"),
                row.getString("channel"),
                row.getString("reference"),
                row.getString("transaction_id"),
                new Amount(row.getLong("amount_minor"), row.getString("currency")),
                Refund.State.valueOf(row.getString("state")),
                row.getString("channel_refund_id"),
                row.getString("failure"));
    }
}
