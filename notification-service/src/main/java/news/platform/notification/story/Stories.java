package news.platform.notification.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is told, and how far. */
@Component
public final class Stories {
    private static final String COLUMNS =
            "id, subject, coalesce(link, '/' || subject) as link, kind, importance, title, body, targets, publish_time,"
                    + " told_up_to, told_groups";

    private final JdbcClient jdbc;

    Stories(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False where the subject was told before, or is being told. */
    public boolean add(Story story) {
        return jdbc.sql("""
                        insert into story (id, subject, link, kind, importance, title, body, targets, publish_time)
                        values (:id, :subject, :link, :kind, :importance, :title, :body, :targets, :time)
                        on conflict (subject) do nothing""")
                        .param("id", story.id())
                        .param("subject", story.subject())
                        .param("link", story.link())
                        .param("kind", story.kind().name())
                        .param("importance", story.importance())
                        .param("title", story.title())
                        .param("body", story.body())
                        .param("targets", story.targets().toArray(String[]::new))
                        .param("time", Instants.parameter(story.publishTime()))
                        .update()
                == 1;
    }

    /** Empty where it was withdrawn. */
    public Optional<Telling> find(String id) {
        return jdbc.sql("select " + COLUMNS + " from story where id = :id and not withdrawn")
                .param("id", id)
                .query(Stories::telling)
                .optional();
    }

    /** The same; nobody changes it until the transaction ends. */
    public Optional<Telling> lock(String id) {
        return jdbc.sql("select " + COLUMNS + " from story where id = :id and not withdrawn for update")
                .param("id", id)
                .query(Stories::telling)
                .optional();
    }

    /** One group more was told, up to this user. */
    public void advance(String id, String upTo) {
        jdbc.sql("update story set told_up_to = :upTo, told_groups = told_groups + 1 where id = :id")
                .param("id", id)
                .param("upTo", upTo)
                .update();
    }

    /** Nobody is told any more, nor can read what was told. The story's id; empty where there is none about the subject. */
    public Optional<String> withdraw(String subject) {
        return jdbc.sql(
                        "update story set withdrawn = true, title = '', body = '' where subject = :subject returning id")
                .param("subject", subject)
                .query(String.class)
                .optional();
    }

    /** There was never anything to tell this one user alone. */
    public void removeTo(String userId) {
        jdbc.sql("delete from story where targets = array[cast(:target as text)]"
                        + " and kind in ('MODERATION', 'ALERTS', 'PURCHASES', 'REPLIES', 'LIKES')")
                .param("target", Story.user(userId))
                .update();
    }

    private static Telling telling(ResultSet row, int number) throws SQLException {
        var story = new Story(
                row.getString("id"),
                row.getString("subject"),
                row.getString("link"),
                Kind.valueOf(row.getString("kind")),
                row.getInt("importance"),
                row.getString("title"),
                row.getString("body"),
                List.of((String[]) row.getArray("targets").getArray()),
                Instants.of(row, "publish_time"));
        return new Telling(story, row.getString("told_up_to"), row.getLong("told_groups"));
    }

    /**
     * How far a story is told.
     *
     * @param upTo the last user who was; empty: nobody
     * @param groups in how many groups
     */
    public record Telling(Story story, String upTo, long groups) {}
}
