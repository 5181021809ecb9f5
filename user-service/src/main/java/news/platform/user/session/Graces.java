package news.platform.user.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The last refresh of each session, for as long as its loser may still come. */
@Component
final class Graces {
    private final JdbcClient jdbc;
    private final SessionProperties properties;
    private final Clock clock;

    Graces(JdbcClient jdbc, SessionProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    /** Keeps the pair that the spent token was exchanged for, instead of the session's last one. */
    void save(String sessionId, RefreshToken spent, byte[] sealedPair) {
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into refresh_grace (session_id, secret_hash, sealed_pair, create_time, expire_time)
                        values (:session, :spent, :pair, :now, :expires)
                        on conflict (session_id) do update
                        set secret_hash = excluded.secret_hash, sealed_pair = excluded.sealed_pair,
                            create_time = excluded.create_time, expire_time = excluded.expire_time""")
                .param("session", sessionId)
                .param("spent", spent.secretHash())
                .param("pair", sealedPair)
                .param("now", Instants.parameter(now))
                .param("expires", Instants.parameter(now.plus(properties.refreshGrace())))
                .update();
    }

    /** What the token was exchanged for, where that was the session's last refresh and is not long ago. */
    Optional<Grace> find(String sessionId, RefreshToken spent) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        select sealed_pair, create_time from refresh_grace
                        where session_id = :session and secret_hash = :spent and expire_time > :now""")
                .param("session", sessionId)
                .param("spent", spent.secretHash())
                .param("now", Instants.parameter(now))
                .query((row, number) ->
                        new Grace(row.getBytes("sealed_pair"), Duration.between(Instants.of(row, "create_time"), now)))
                .optional();
    }

    /** A pair for whoever holds its predecessor on the same device, and how old it is. */
    record Grace(byte[] sealedPair, Duration age) {}
}
