package news.platform.payment.ledger;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
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
     * Books them in this order, in the current transaction.
     *
     * @throws org.springframework.dao.DuplicateKeyException where something is booked for one of these causes already
     */
    public void post(Transfer... transfers) {
        jdbc.sql("""
                        insert into ledger_transfer (cause, debit, credit, amount, currency, payment_id, create_time)
                        select t.cause, t.debit, t.credit, t.amount, t.currency, t.payment_id, :now
                          from unnest(:causes::text[], :debits::text[], :credits::text[], :amounts::bigint[], :currencies::text[],
                                      :payments::text[])
                               with ordinality t (cause, debit, credit, amount, currency, payment_id, position)
                         order by t.position""")
                .param("causes", texts(transfers, Transfer::cause))
                .param("debits", texts(transfers, transfer -> transfer.debit().name()))
                .param("credits", texts(transfers, transfer -> transfer.credit().name()))
                .param(
                        "amounts",
                        Stream.of(transfers)
                                .map(transfer -> transfer.amount().minorUnits())
                                .toArray(Long[]::new))
                .param("currencies", texts(transfers, transfer -> transfer.amount()
                        .currency()))
                .param("payments", texts(transfers, Transfer::paymentId))
                .param("now", Instants.parameter(clock.instant()))
                .update();
    }

    private static String[] texts(Transfer[] transfers, Function<Transfer, String> text) {
        return Stream.of(transfers).map(text).toArray(String[]::new);
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
