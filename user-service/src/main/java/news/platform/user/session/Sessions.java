package news.platform.user.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.platform.persistence.IdSource;
import news.platform.persistence.Instants;
import news.platform.persistence.page.TimeAndId;
import news.platform.user.refresh.RefreshToken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The open sessions. */
@Component
final class Sessions {
    private static final String COLUMNS = "id, user_id, device, create_time, last_used_time";
    private static final TimeAndId BEFORE_ALL = new TimeAndId(Instant.parse("9999-12-31T00:00:00Z"), "");

    private final JdbcClient jdbc;
    private final SessionProperties properties;
    private final IdSource ids;
    private final Clock clock;

    Sessions(JdbcClient jdbc, SessionProperties properties, IdSource ids, Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.ids = ids;
        this.clock = clock;
    }

    /** The new session's id. */
    String add(String userId, String device, RefreshToken token) {
        var id = ids.next();
        var now = clock.instant();
        jdbc.sql("""
                        insert into session (id, user_id, device, family_hash, secret_hash, create_time, last_used_time, expire_time)
                        values (:id, :user, :device, :family, :secret, :now, :now, :expires)""")
                .param("id", id)
                .param("user", userId)
                .param("device", device)
                .param("family", token.familyHash())
                .param("secret", token.secretHash())
                .param("now", Instants.parameter(now))
                .param("expires", Instants.parameter(properties.expireTime(now, now)))
                .update();
        return id;
    }

    /** The session of the token's family, be the token the latest or a spent one. */
    Optional<Session> find(RefreshToken token) {
        return jdbc.sql("select " + COLUMNS + " from session where family_hash = :family and expire_time > :now")
                .param("family", token.familyHash())
                .param("now", Instants.parameter(clock.instant()))
                .query(Sessions::session)
                .optional();
    }

    /** False when the old token is not the latest, and then nothing is changed. Of several at once, one succeeds. */
    boolean replace(Session session, RefreshToken old, RefreshToken latest) {
        var now = clock.instant();
        return jdbc.sql("""
                        update session set secret_hash = :latest, last_used_time = :now, expire_time = :expires
                        where id = :id and secret_hash = :old""")
                        .param("latest", latest.secretHash())
                        .param("now", Instants.parameter(now))
                        .param("expires", Instants.parameter(properties.expireTime(session.createTime(), now)))
                        .param("id", session.id())
                        .param("old", old.secretHash())
                        .update()
                == 1;
    }

    /** Last used first, those after the given place; from the start where it is empty. */
    List<Session> page(String userId, Optional<TimeAndId> after, int limit) {
        var place = after.orElse(BEFORE_ALL);
        return jdbc.sql("select " + COLUMNS + """
                         from session
                        where user_id = :user and expire_time > :now and (last_used_time, id) < (:time, :id)
                        order by last_used_time desc, id desc limit :limit""")
                .param("user", userId)
                .param("now", Instants.parameter(clock.instant()))
                .param("time", Instants.parameter(place.time()))
                .param("id", place.id())
                .param("limit", limit)
                .query(Sessions::session)
                .list();
    }

    /** False when the user has no such session. */
    boolean remove(String id, String userId) {
        return jdbc.sql("delete from session where id = :id and user_id = :user")
                        .param("id", id)
                        .param("user", userId)
                        .update()
                == 1;
    }

    /** The ids of what was removed. */
    List<String> removeAll(String userId) {
        return jdbc.sql("delete from session where user_id = :user returning id")
                .param("user", userId)
                .query(String.class)
                .list();
    }

    /** The same, but one stays. */
    List<String> removeAllBut(String id, String userId) {
        return jdbc.sql("delete from session where user_id = :user and id <> :id returning id")
                .param("user", userId)
                .param("id", id)
                .query(String.class)
                .list();
    }

    /** Whether the user has this session and it is not over. */
    boolean isOpen(String id, String userId) {
        return jdbc.sql("select exists (select from session where id = :id and user_id = :user and expire_time > :now)")
                .param("id", id)
                .param("user", userId)
                .param("now", Instants.parameter(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    private static Session session(ResultSet row, int number) throws SQLException {
        return new Session(
                row.getString("id"),
                row.getString("user_id"),
                row.getString("device"),
                Instants.of(row, "create_time"),
                Instants.of(row, "last_used_time"));
    }
}
