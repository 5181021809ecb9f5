package news.platform.user.refresh;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The last refresh of each session, for as long as its loser may still come. */
@Component
public final class Graces {
    private final JdbcClient jdbc;
    private final Clock clock;

    Graces(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps the pair that the device got for the spent token, instead of the session's last one. */
    public void keep(String sessionId, RefreshToken spent, Device device, TokenPair pair, Duration time) {
        var now = clock.instant();
        jdbc.sql("""
                        insert into refresh_grace (session_id, secret_hash, sealed_pair, create_time, expire_time)
                        values (:session, :spent, :pair, :now, :expires)
                        on conflict (session_id) do update
                        set secret_hash = excluded.secret_hash, sealed_pair = excluded.sealed_pair,
                            create_time = excluded.create_time, expire_time = excluded.expire_time""")
                .param("session", sessionId)
                .param("spent", spent.secretHash())
                .param("pair", SealedPair.seal(spent, device, pair))
                .param("now", Instants.parameter(now))
                .param("expires", Instants.parameter(now.plus(time)))
                .update();
    }

    /** What the same device got for the token, where that was the session's last refresh and is not long ago. */
    public Optional<Grace> find(String sessionId, RefreshToken spent, Device device) {
        var now = clock.instant();
        return jdbc.sql("""
                        select sealed_pair, create_time from refresh_grace
                        where session_id = :session and secret_hash = :spent and expire_time > :now""")
                .param("session", sessionId)
                .param("spent", spent.secretHash())
                .param("now", Instants.parameter(now))
                .query((row, number) -> {
                    var age = Duration.between(Instants.of(row, "create_time"), now);
                    return SealedPair.open(spent, device, row.getBytes("sealed_pair"))
                            .map(pair -> new Grace(pair, age));
                })
                .optional()
                .flatMap(grace -> grace);
    }

    /** A pair, and how long ago it was made. */
    public record Grace(TokenPair pair, Duration age) {}
}
