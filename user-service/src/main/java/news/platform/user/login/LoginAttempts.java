package news.platform.user.login;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.platform.persistence.Instants;
import news.platform.user.login.LoginAttempt.Bucket;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The counters of failed log-ins. */
@Component
final class LoginAttempts {
    private final JdbcClient jdbc;

    LoginAttempts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The counters by their keys, locked until the transaction ends, in one order so that no two wait for each other. */
    Map<String, Counter> lock(List<Bucket> locked, Instant now) {
        String[] buckets = locked.stream().map(Bucket::key).toArray(String[]::new);
        jdbc.sql("""
                        insert into login_attempt (bucket, failures, last_time, forget_time)
                        select unnest(:buckets), 0, :now, :now on conflict do nothing""")
                .param("buckets", buckets)
                .param("now", Instants.parameter(now))
                .update();
        var counters = new HashMap<String, Counter>();
        jdbc.sql("""
                        select bucket, failures, last_time, known_until from login_attempt
                        where bucket = any (:buckets) order by bucket for update""")
                .param("buckets", buckets)
                .query((row, number) -> counters.put(
                        row.getString("bucket"),
                        new Counter(
                                row.getInt("failures"),
                                Instants.of(row, "last_time"),
                                Instants.optional(row, "known_until"))))
                .list();
        return counters;
    }

    /** Whether it is a device that the account's owner uses. */
    boolean isKnown(Bucket device, Instant now) {
        return jdbc.sql("select exists (select from login_attempt where bucket = :bucket and known_until > :now)")
                .param("bucket", device.key())
                .param("now", Instants.parameter(now))
                .query(Boolean.class)
                .single();
    }

    /** Writes a locked counter; it is forgotten at the given time at the earliest. */
    void save(Bucket bucket, Counter counter, Instant forgetTime) {
        jdbc.sql("""
                        update login_attempt
                        set failures = :failures, last_time = :last, known_until = :known,
                            forget_time = greatest(cast(:known as timestamptz), :forget)
                        where bucket = :bucket""")
                .param("failures", counter.failures())
                .param("last", Instants.parameter(counter.lastTime()))
                .param("known", Instants.parameter(counter.knownUntil().orElse(null)))
                .param("forget", Instants.parameter(forgetTime))
                .param("bucket", bucket.key())
                .update();
    }

    /** How often it failed, when last, and whether its owner uses it. */
    record Counter(int failures, Instant lastTime, Optional<Instant> knownUntil) {
        boolean known(Instant now) {
            return knownUntil.filter(now::isBefore).isPresent();
        }

        Counter failures(int newFailures) {
            return new Counter(newFailures, lastTime, knownUntil);
        }

        Counter failedAgain(int before, Instant now) {
            return new Counter(before + 1, now, knownUntil);
        }
    }
}
