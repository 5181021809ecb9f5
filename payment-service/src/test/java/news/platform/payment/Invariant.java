package news.platform.payment;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What always holds of money, each as a query that finds what breaks it; {@code docs/money.md} says them in words. */
public enum Invariant {
    BALANCED("""
            select currency::text from (
              select currency, debits - credits as net from ledger_checkpoint
              union all
              select currency, amount from ledger_transfer
               where number > (select coalesce(max(number), 0) from ledger_checkpoint)
              union all
              select currency, -amount from ledger_transfer
               where number > (select coalesce(max(number), 0) from ledger_checkpoint)) side
             group by currency having sum(net) <> 0"""),
    CHECKPOINT_IS_SUM("""
            select account || ' ' || currency from ledger_checkpoint c
             where (debits, credits) <> (
               select coalesce(sum(amount) filter (where debit = c.account), 0)::bigint,
                      coalesce(sum(amount) filter (where credit = c.account), 0)::bigint
                 from ledger_transfer t where t.currency = c.currency and t.number <= c.number)"""),
    CAPTURED_ONCE("""
            select coalesce(c.payment_id, t.payment_id)
              from capture c full join (select * from ledger_transfer where cause like 'captured/%') t
                on t.cause = 'captured/' || c.payment_id || '/' || c.transaction_id
             where (t.amount, t.currency, t.debit, t.credit)
                   is distinct from (c.amount, c.currency, 'clearing/' || c.channel, 'users')"""),
    ONE_SUCCESS("select order_id from payment where state = 'SUCCEEDED' group by order_id having count(*) > 1"),
    SUCCESS_IS_CAPTURED("""
            select p.id from payment p left join capture c on c.payment_id = p.id and c.counted
             where (p.state = 'SUCCEEDED') <> (c.payment_id is not null)
                or c.payment_id is not null and (c.amount, c.currency) is distinct from (p.amount, p.currency)"""),
    SOLD_ONCE("""
            select coalesce(c.payment_id, t.payment_id)
              from (select * from capture where counted) c
              full join (select * from ledger_transfer where cause like 'sold/%') t on t.cause = 'sold/' || c.payment_id
             where (t.amount, t.currency, t.debit, t.credit)
                   is distinct from (c.amount, c.currency, 'users', 'revenue')"""),
    REFUNDED_AT_MOST("""
            select payment_id from capture c
             where refunded > amount
                or refunded <> (select coalesce(sum(amount), 0) from refund r
                                 where r.payment_id = c.payment_id and r.transaction_id = c.transaction_id
                                   and r.state <> 'FAILED')"""),
    REFUND_IS_BOOKED("""
            select r.id from refund r join capture c using (payment_id, transaction_id)
              left join ledger_transfer up on up.cause = 'given-up/' || r.id
              left join ledger_transfer kept on kept.cause = 'kept/' || r.id
              left join ledger_transfer paid on paid.cause = 'paid-out/' || r.id
             where up.amount is distinct from case when c.counted then r.amount end
                or kept.amount is distinct from case when c.counted and r.state = 'FAILED' then r.amount end
                or paid.amount is distinct from case when r.state = 'SUCCEEDED' then r.amount end
            union all
            select cause from ledger_transfer
             where cause ~ '^(given-up|kept|paid-out)/'
               and split_part(cause, '/', 2) not in (select id from refund)"""),
    NOTHING_KEPT("""
            select payment_id from capture c
             where not counted and refunded < amount
               and not exists (select from refund r
                                where r.payment_id = c.payment_id and r.transaction_id = c.transaction_id
                                  and r.state = 'FAILED')"""),
    USERS_ARE_OWED("""
            select currency::text from (
              select currency, case when credit = 'users' then amount else -amount end as owed
                from ledger_transfer where 'users' in (debit, credit)
              union all
              select currency, -amount from refund where state = 'PENDING'
              union all
              select currency, refunded - amount from capture where not counted) side
             group by currency having sum(owed) <> 0""");

    private final String broken;

    Invariant(String broken) {
        this.broken = broken;
    }

    /** All that are broken, each with what breaks it: {@code ONE_SUCCESS order-1}. In one snapshot. */
    public static List<String> broken(JdbcClient jdbc) {
        return jdbc.sql(Arrays.stream(values())
                        .map(invariant -> "select '" + invariant + " ' || broken from (" + invariant.broken
                                + ") as found (broken)")
                        .collect(Collectors.joining("\nunion all\n")))
                .query(String.class)
                .list();
    }
}
