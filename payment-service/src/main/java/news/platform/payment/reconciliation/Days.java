package news.platform.payment.reconciliation;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which day of each channel's statements is next, in the database. */
@Component
final class Days {
    private final JdbcClient jdbc;

    Days(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A channel's first one; false where it has one already. */
    boolean begin(String channel, LocalDate day) {
        return jdbc.sql("""
                        insert into reconciled_channel (channel, next_day) values (:channel, :day)
                        on conflict (channel) do nothing""").param("channel", channel).param("day", day).update() == 1;
    }

    LocalDate next(String channel) {
        return jdbc.sql("select next_day from reconciled_channel where channel = :channel")
                .param("channel", channel)
                .query((row, _) -> row.getObject("next_day", LocalDate.class))
                .single();
    }

    void done(String channel, LocalDate day) {
        jdbc.sql("update reconciled_channel set next_day = :next where channel = :channel and next_day = :day")
                .param("channel", channel)
                .param("day", day)
                .param("next", day.plusDays(1))
                .update();
    }
}
