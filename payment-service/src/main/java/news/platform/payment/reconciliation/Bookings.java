package news.platform.payment.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import news.platform.payment.charge.Statement.Line;
import news.platform.payment.ledger.Amount;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Captures and refunds as a statement has them, in the database, and which of them a statement has shown. */
@Component
final class Bookings {
    private static final int BATCH = 500;
    private static final String CAPTURES = """
            select 'payments/' || c.payment_id as subject, c.transaction_id as key, c.amount, c.currency, true as done,
                   c.pay_time as time
              from capture c\s""";
    private static final String REFUNDS = """
            select 'refunds/' || r.id as subject, r.id as key, r.amount, r.currency, r.state = 'SUCCEEDED' as done,
                   r.update_time as time
              from refund r\s""";

    private final JdbcClient jdbc;

    Bookings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What we have of what the lines name, by its key. */
    Map<String, Booking> named(String channel, List<Line> lines) {
        var named = new HashMap<String, Booking>();
        batches(lines, Comparison::key, keys -> jdbc.sql(
                        CAPTURES + "where c.channel = :channel and c.transaction_id in (:keys)" + " union all "
                                + REFUNDS + "where r.id in (:keys)")
                .param("channel", channel)
                .param("keys", keys)
                .query(Bookings::booking)
                .list()
                .forEach(booking -> named.put(booking.key(), booking)));
        return named;
    }

    /** Which of the payments that the lines name are here. */
    Set<String> payments(List<Line> lines) {
        var known = new HashSet<String>();
        batches(
                lines,
                Line::paymentId,
                ids -> known.addAll(jdbc.sql("select id from payment where id in (:ids)")
                        .param("ids", ids)
                        .query(String.class)
                        .list()));
        return known;
    }

    /** What was done over the channel within this time and no statement has shown so far. */
    List<Booking> unshown(String channel, Instant from, Instant to) {
        return jdbc.sql(CAPTURES + """
                        where c.channel = :channel and c.pay_time >= :from and c.pay_time < :to
                          and not exists (select from shown_booking s where s.channel = :channel and s.key = c.transaction_id)
                        union all
                        """ + REFUNDS + """
                          join capture c on c.payment_id = r.payment_id and c.transaction_id = r.transaction_id
                         where c.channel = :channel and r.state = 'SUCCEEDED'
                           and r.update_time >= :from and r.update_time < :to
                           and not exists (select from shown_booking s where s.channel = :channel and s.key = r.id)
                         order by time, key""")
                .param("channel", channel)
                .param("from", Instants.parameter(from))
                .param("to", Instants.parameter(to))
                .query(Bookings::booking)
                .list();
    }

    /** A statement of the channel has shown these. */
    void show(String channel, Set<String> keys) {
        jdbc.sql("""
                        insert into shown_booking (channel, key) select :channel, unnest(cast(:keys as text[]))
                        on conflict (channel, key) do nothing""")
                .param("channel", channel)
                .param("keys", keys.toArray(String[]::new))
                .update();
    }

    private static void batches(List<Line> lines, Function<Line, String> key, Consumer<List<String>> each) {
        var keys = lines.stream()
                .map(key)
                .filter(named -> !named.isEmpty())
                .distinct()
                .toList();
        for (int from = 0; from < keys.size(); from += BATCH) {
            each.accept(keys.subList(from, Math.min(from + BATCH, keys.size())));
        }
    }

    private static Booking booking(ResultSet row, int number) throws SQLException {
        return new Booking(
                row.getString("subject"),
                row.getString("key"),
                new Amount(row.getString("currency"), row.getLong("amount")),
                row.getBoolean("done"),
                Instants.of(row, "time"));
    }
}
