package news.platform.notification.fanout;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much users were pushed on which day. */
@Component
final class PushDays {
    private final JdbcClient jdbc;

    PushDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Counts one more for each of them whose settings allow one more that matters so much, exactly however many stories are told
     * at once. Those are returned.
     */
    Set<String> count(int importance, List<Recipient> recipients, Instant now) {
        var allowed = recipients.stream()
                .filter(recipient -> recipient.settings().allowance(importance) > 0)
                .toList();
        return new HashSet<>(jdbc.sql("""
                        with wanted as (
                            select user_id, cast(day_start as timestamptz) as day_start, allowance
                              from unnest(:users, :days, :allowances) as wanted (user_id, day_start, allowance))
                        insert into push_day as day (user_id, day_start, pushes)
                        select user_id, day_start, 1 from wanted order by user_id
                        on conflict (user_id, day_start) do update
                           set pushes = day.pushes + 1
                         where day.pushes < (select allowance from wanted where wanted.user_id = day.user_id)
                        returning user_id""")
                .param("users", allowed.stream().map(Recipient::userId).toArray(String[]::new))
                .param(
                        "days",
                        allowed.stream()
                                .map(recipient ->
                                        recipient.settings().dayStart(now).toString())
                                .toArray(String[]::new))
                .param(
                        "allowances",
                        allowed.stream()
                                .map(recipient -> recipient.settings().allowance(importance))
                                .toArray(Integer[]::new))
                .query(String.class)
                .list());
    }
}
