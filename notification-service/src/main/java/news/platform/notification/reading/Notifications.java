package news.platform.notification.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import news.platform.notification.story.Kind;
import news.platform.persistence.Instants;
import news.platform.persistence.page.TimeAndId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What all users were told. */
@Component
public final class Notifications {
    /** Nobody counts further. */
    private static final int MOST = 1_000;

    private static final TimeAndId BEFORE_ALL = new TimeAndId(Instant.parse("9999-12-31T00:00:00Z"), "");

    private final JdbcClient jdbc;

    Notifications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of these users who had not been told of the story; now they have. */
    public List<String> add(String storyId, Collection<String> userIds, Instant now) {
        return jdbc.sql("""
                        insert into notification (user_id, story_id, create_time)
                        select unnest(:users), :story, :now
                        on conflict (user_id, story_id) do nothing
                        returning user_id""")
                .param("users", userIds.toArray(String[]::new))
                .param("story", storyId)
                .param("now", Instants.parameter(now))
                .query(String.class)
                .list();
    }

    /** Nobody has been told of it. */
    public void removeStory(String storyId) {
        jdbc.sql("delete from notification where story_id = :story")
                .param("story", storyId)
                .update();
    }

    /** The user has been told nothing. */
    public void removeAll(String userId) {
        jdbc.sql("delete from notification where user_id = :user")
                .param("user", userId)
                .update();
    }

    /** Latest first, those after the given place; from the start where it is empty. */
    List<Told> page(String userId, Optional<TimeAndId> after, int limit) {
        var place = after.orElse(BEFORE_ALL);
        return jdbc.sql("""
                        select story.id, story.kind, story.title, story.body,
                               coalesce(story.link, '/' || story.subject) as link,
                               notification.create_time, notification.read_time
                          from notification
                          join story on story.id = notification.story_id
                         where notification.user_id = :user
                           and (notification.create_time, notification.story_id) < (:time, :id)
                         order by notification.create_time desc, notification.story_id desc
                         limit :limit""")
                .param("user", userId)
                .param("time", Instants.parameter(place.time()))
                .param("id", place.id())
                .param("limit", limit)
                .query(Notifications::told)
                .list();
    }

    /** How many are unread, at most 1,000. */
    int unread(String userId) {
        return jdbc.sql("""
                        select count(*) from (
                            select from notification where user_id = :user and read_time is null limit :most) unread""")
                .param("user", userId)
                .param("most", MOST)
                .query(Integer.class)
                .single();
    }

    boolean exists(String userId, String id) {
        return jdbc.sql("select exists (select from notification where user_id = :user and story_id = :id)")
                .param("user", userId)
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Marks this one and those before it as read. How many were not. */
    int read(String userId, String id, Instant now) {
        return jdbc.sql("""
                        update notification set read_time = :now
                         where user_id = :user
                           and read_time is null
                           and (create_time, story_id) <= (
                               select last.create_time, last.story_id from notification last
                                where last.user_id = :user and last.story_id = :id)""")
                .param("user", userId)
                .param("id", id)
                .param("now", Instants.parameter(now))
                .update();
    }

    /** A number higher than any before. */
    long nextReadVersion() {
        return jdbc.sql("select nextval('read_version')").query(Long.class).single();
    }

    private static Told told(ResultSet row, int number) throws SQLException {
        return new Told(
                row.getString("id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("body"),
                row.getString("link"),
                Instants.of(row, "create_time"),
                Instants.optional(row, "read_time"));
    }
}
