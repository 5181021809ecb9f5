package news.platform.entitlement.grant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.platform.entitlement.grant.Grant.Revocation;
import news.platform.entitlement.right.Scope;
import news.platform.persistence.Instants;
import news.platform.persistence.page.TimeAndId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The grants in the database. */
@Component
final class Grants {
    private static final String SELECT = """
            select id, user_id, scope, from_time, to_time, source, reason, granted_by, create_time,
                   revoke_time, revoked_by, revoke_reason
              from entitlement\s""";
    private static final TimeAndId BEFORE_ALL = new TimeAndId(Instant.parse("9999-12-31T00:00:00Z"), "");

    private final JdbcClient jdbc;

    Grants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Grant grant) {
        jdbc.sql("""
                        insert into entitlement (id, user_id, scope, from_time, to_time, source, reason, granted_by, create_time)
                        values (:id, :user, :scope, :from, :to, :source, :reason, :by, :now)""")
                .param("id", grant.id())
                .param("user", grant.userId())
                .param("scope", grant.scope().toString())
                .param("from", Instants.parameter(grant.from()))
                .param("to", Instants.parameter(grant.to()))
                .param("source", grant.source())
                .param("reason", grant.reason())
                .param("by", grant.grantedBy())
                .param("now", Instants.parameter(grant.createTime()))
                .update();
    }

    void revoke(String id, Revocation revocation) {
        jdbc.sql("""
                        update entitlement set revoke_time = :time, revoked_by = :by, revoke_reason = :reason
                         where id = :id""")
                .param("id", id)
                .param("time", Instants.parameter(revocation.time()))
                .param("by", revocation.by())
                .param("reason", revocation.reason())
                .update();
    }

    Optional<Grant> find(String id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(Grants::grant)
                .optional();
    }

    /** What a user has that was not taken back and ends, if ever, after this time. */
    List<Grant> unended(String userId, Instant time) {
        return jdbc.sql(SELECT + """
                        where user_id = :user and revoke_time is null and (to_time is null or to_time > :time)""")
                .param("user", userId)
                .param("time", Instants.parameter(time))
                .query(Grants::grant)
                .list();
    }

    /** Who was granted this and not taken back, by id, behind this one. */
    List<String> holders(Scope scope, String behind, int limit) {
        return jdbc.sql("""
                        select distinct user_id from entitlement
                         where scope = :scope and user_id > :behind and revoke_time is null and scope like 'plans/%'
                         order by user_id limit :limit""")
                .param("scope", scope.toString())
                .param("behind", behind)
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    /** What was granted for this: the one that is not taken back, where there is one, else the latest. */
    Optional<Grant> ofSource(String source) {
        return jdbc.sql(SELECT + """
                        where source = :source and source <> 'staff'
                        order by revoke_time desc nulls first limit 1""")
                .param("source", source)
                .query(Grants::grant)
                .optional();
    }

    /** Latest first, those after the given place; from the start where it is empty. */
    List<Grant> page(String userId, Optional<TimeAndId> after, int limit) {
        var place = after.orElse(BEFORE_ALL);
        return jdbc.sql(SELECT + """
                        where user_id = :user and (create_time, id) < (:time, :id)
                        order by create_time desc, id desc limit :limit""")
                .param("user", userId)
                .param("time", Instants.parameter(place.time()))
                .param("id", place.id())
                .param("limit", limit)
                .query(Grants::grant)
                .list();
    }

    private static Grant grant(ResultSet row, int number) throws SQLException {
        return new Grant(
                row.getString("id"),
                row.getString("user_id"),
                Scope.of(row.getString("scope")),
                Instants.of(row, "from_time"),
                Instants.optional(row, "to_time").orElse(null),
                row.getString("source"),
                row.getString("reason"),
                row.getString("granted_by"),
                Instants.of(row, "create_time"),
                revocation(row));
    }

    private static @Nullable Revocation revocation(ResultSet row) throws SQLException {
        var time = Instants.optional(row, "revoke_time");
        return time.isEmpty()
                ? null
                : new Revocation(time.get(), row.getString("revoked_by"), row.getString("revoke_reason"));
    }
}
