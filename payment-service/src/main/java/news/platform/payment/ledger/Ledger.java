package news.platform.payment.ledger;

import java.time.Clock;
import java.util.List;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All movements of money, in the database, which lets nobody change or remove one. */
@Component
public final class Ledger {
    private static final String SIDES = """
            select debit as account, currency, amount as debits, 0 as credits, number from ledger_transfer
            union all
            select credit, currency, 0, amount, number from ledger_transfer\s""";

    private final JdbcClient jdbc;
    private final Clock clock;

    Ledger(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Books it, in the current transaction.
     *
     * @throws org.springframework.dao.DuplicateKeyException where something is booked for this cause already
     */
    public void post(Transfer transfer) {
        jdbc.sql("""
                        insert into ledger_transfer (cause, debit, credit, amount, currency, payment_id, create_time)
                        values (:cause, :debit, :credit, :amount, :currency, :payment, :now)""")
                .param("cause", transfer.cause())
                .param("debit", transfer.debit().name())
                .param("credit", transfer.credit().name())
                .param("amount", transfer.amount().minorUnits())
                .param("currency", transfer.amount().currency())
                .param("payment", transfer.paymentId())
                .param("now", Instants.parameter(clock.instant()))
                .update();
    }

    /** All accounts as they stand now, by name and currency: the last checkpoint and what came after it. */
    List<Balance> balances() {
        return jdbc.sql("""
                        select account, currency, sum(debits) as debits, sum(credits) as credits
                          from (select account, currency, debits, credits from ledger_checkpoint
                                union all
                                select account, currency, debits, credits from (%s) side
                                 where number > (select coalesce(max(number), 0) from ledger_checkpoint)) entry
                         group by account, currency
                         order by account, currency""".formatted(SIDES))
                .query((row, _) -> new Balance(
                        row.getString("account"),
                        row.getString("currency"),
                        row.getLong("debits"),
                        row.getLong("credits")))
                .list();
    }

    /**
     * The number of the last transfer, 0 where there is none, once none with a smaller one is still to come: nobody books until the
     * current transaction ends.
     */
    long last() {
        jdbc.sql("lock table ledger_transfer in share mode").update();
        return jdbc.sql("select coalesce(max(number), 0) from ledger_transfer")
                .query(Long.class)
                .single();
    }

    /** Adds up all accounts to this number; where somebody did so to a later one, that stays. */
    void checkpoint(long number) {
        jdbc.sql("""
                        insert into ledger_checkpoint (account, currency, debits, credits, number)
                        select account, currency, sum(debits), sum(credits), :number
                          from (select account, currency, debits, credits from ledger_checkpoint
                                union all
                                select account, currency, debits, credits from (%s) side
                                 where number > (select coalesce(max(number), 0) from ledger_checkpoint)
                                   and number <= :number) entry
                         group by account, currency
                         order by account, currency
                        on conflict (account, currency) do update
                           set debits = excluded.debits, credits = excluded.credits, number = excluded.number
                         where ledger_checkpoint.number < excluded.number""".formatted(SIDES)).param("number", number).update();
    }
}
