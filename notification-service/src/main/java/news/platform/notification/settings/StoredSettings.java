package news.platform.notification.settings;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.platform.notification.story.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The settings of those who have set any. */
@Component
public final class StoredSettings {
    private static final int TOKEN_BYTES = 32;

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    StoredSettings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Settings of(String userId) {
        return of(List.of(userId)).getOrDefault(userId, Settings.DEFAULT);
    }

    /** Those of these users who have set any, by user. */
    public Map<String, Settings> of(Collection<String> userIds) {
        return jdbc
                .sql("""
                        select user_id, quiet_from, quiet_to, time_zone, importance_floor, daily_cap, topics,
                               email_topics
                          from settings
                         where user_id = any (:users)""")
                .param("users", userIds.toArray(String[]::new))
                .query((row, _) -> Map.entry(row.getString("user_id"), settings(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** All topics are kept as none, so that who wants all will be told of those that come, too. */
    void put(String userId, Settings settings) {
        var hours = settings.quietHours();
        jdbc.sql("""
                        insert into settings (user_id, quiet_from, quiet_to, time_zone, importance_floor, daily_cap, topics,
                                              email_topics, email_token)
                        values (:user, cast(:from as time), cast(:to as time), :zone, :floor, :cap, :topics, :emails,
                                case when :emails = '{}' then null else :token end)
                        on conflict (user_id) do update
                           set quiet_from = excluded.quiet_from,
                               quiet_to = excluded.quiet_to,
                               time_zone = excluded.time_zone,
                               importance_floor = excluded.importance_floor,
                               daily_cap = excluded.daily_cap,
                               topics = excluded.topics,
                               email_topics = excluded.email_topics,
                               email_token = coalesce(settings.email_token, excluded.email_token)""")
                .param("user", userId)
                .param(
                        "from",
                        hours.map(QuietTime::from).map(LocalTime::toString).orElse(null))
                .param("to", hours.map(QuietTime::to).map(LocalTime::toString).orElse(null))
                .param("zone", hours.map(QuietTime::zone).map(ZoneId::getId).orElse(null))
                .param("floor", settings.importanceFloor())
                .param("cap", settings.dailyCap())
                .param(
                        "topics",
                        settings.topics().equals(Settings.DEFAULT.topics()) ? new String[0] : words(settings.topics()))
                .param("emails", words(settings.emailTopics()))
                .param("token", token())
                .update();
    }

    /** By what this user ends e-mails; empty where none is wanted of this kind. */
    public Optional<String> emailToken(String userId, Kind kind) {
        return jdbc.sql("select email_token from settings where user_id = :user and :kind = any (email_topics)")
                .param("user", userId)
                .param("kind", kind.word())
                .query(String.class)
                .optional();
    }

    /** Whoever this token is of wants no e-mails any more. */
    public void endEmails(String token) {
        jdbc.sql("update settings set email_topics = '{}' where email_token = :token")
                .param("token", token)
                .update();
    }

    /** The user has said nothing. */
    public void remove(String userId) {
        jdbc.sql("delete from settings where user_id = :user")
                .param("user", userId)
                .update();
    }

    private static Settings settings(ResultSet row) throws SQLException {
        Set<Kind> topics = kinds(row, "topics");
        return new Settings(
                quietHours(row),
                row.getInt("importance_floor"),
                row.getInt("daily_cap"),
                topics.isEmpty() ? Settings.DEFAULT.topics() : topics,
                kinds(row, "email_topics"));
    }

    private static Set<Kind> kinds(ResultSet row, String column) throws SQLException {
        return Stream.of((String[]) row.getArray(column).getArray())
                .map(Kind::of)
                .collect(Collectors.toSet());
    }

    private static String[] words(Set<Kind> kinds) {
        return kinds.stream().map(Kind::word).toArray(String[]::new);
    }

    private String token() {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Optional<QuietTime> quietHours(ResultSet row) throws SQLException {
        var zone = row.getString("time_zone");
        return zone == null
                ? Optional.empty()
                : Optional.of(new QuietTime(
                        row.getObject("quiet_from", LocalTime.class),
                        row.getObject("quiet_to", LocalTime.class),
                        ZoneId.of(zone)));
    }
}
