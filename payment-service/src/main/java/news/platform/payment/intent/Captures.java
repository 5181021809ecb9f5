package news.platform.payment.intent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import news.platform.payment.ledger.Amount;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The captures in the database. */
@Component
public final class Captures {
    private static final String SELECT = """
            select payment_id, transaction_id, channel, amount, currency, pay_time, counted, surplus, refunded
              from capture\s""";

    private final JdbcClient jdbc;

    Captures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False where it is there already. */
    boolean add(Capture capture) {
        return jdbc.sql("""
                        insert into capture (payment_id, transaction_id, channel, amount, currency, pay_time, counted, surplus)
                        values (:payment, :transaction, :channel, :amount, :currency, :time, :counted, :surplus)
                        on conflict (payment_id, transaction_id) do nothing""")
                        .param("payment", capture.paymentId())
                        .param("transaction", capture.transactionId())
                        .param("channel", capture.channel())
                        .param("amount", capture.amount().minorUnits())
                        .param("currency", capture.amount().currency())
                        .param("time", Instants.parameter(capture.time()))
                        .param("counted", capture.counted())
                        .param("surplus", capture.surplus())
                        .update()
                == 1;
    }

    /** What a payment brought that pays its order; empty where nothing did. */
    public Optional<Capture> counted(String paymentId) {
        return jdbc.sql(SELECT + "where payment_id = :payment and counted")
                .param("payment", paymentId)
                .query(Captures::capture)
                .optional();
    }

    public Optional<Capture> find(String paymentId, String transactionId) {
        return jdbc.sql(SELECT + "where payment_id = :payment and transaction_id = :transaction")
                .param("payment", paymentId)
                .param("transaction", transactionId)
                .query(Captures::capture)
                .optional();
    }

    /** So much more of it goes back, or less where it is negative: the database lets that be neither less than nothing nor more than it is. */
    public void refund(Capture capture, long minorUnits) {
        jdbc.sql("""
                        update capture set refunded = refunded + :amount
                         where payment_id = :payment and transaction_id = :transaction""")
                .param("amount", minorUnits)
                .param("payment", capture.paymentId())
                .param("transaction", capture.transactionId())
                .update();
    }

    private static Capture capture(ResultSet row, int number) throws SQLException {
        return new Capture(
                row.getString("payment_id"),
                row.getString("transaction_id"),
                row.getString("channel"),
                new Amount(row.getString("currency"), row.getLong("amount")),
                Instants.of(row, "pay_time"),
                row.getBoolean("counted"),
                row.getBoolean("surplus"),
                row.getLong("refunded"));
    }
}
