package news.platform.notification.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Comments that are liked, and of how many likes their authors know. What comes late changes nothing. */
@Component
public final class LikedComments {
    private final JdbcClient jdbc;

    LikedComments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How often its author was told, where there are likes now of which the author was not. */
    Optional<Integer> put(Liked comment, Instant now) {
        return jdbc.sql("""
                        with known as (
                            insert into liked_comment as old (comment_id, author_id, target, version, likes, change_time)
                            values (:id, :author, :target, :version, :likes, :now)
                            on conflict (comment_id) do update
                               set version = excluded.version, likes = excluded.likes, change_time = excluded.change_time
                             where old.version < excluded.version and old.likes <> excluded.likes
                            returning likes, told_likes, tellings)
                        select tellings from known where likes > told_likes""")
                .param("id", comment.id())
                .param("author", comment.authorId())
                .param("target", comment.target())
                .param("version", comment.version())
                .param("likes", comment.likes())
                .param("now", Instants.parameter(now))
                .query(Integer.class)
                .optional();
    }

    /** The comment, where there are likes of which its author was not told; from now on the author was. */
    Optional<Liked> take(String commentId) {
        return jdbc.sql("""
                        update liked_comment set told_likes = likes, tellings = tellings + 1
                         where comment_id = :id and likes > told_likes
                        returning comment_id, author_id, target, version, likes""").param("id", commentId).query(LikedComments::liked).optional();
    }

    /** The user has written nothing. */
    public void removeAll(String userId) {
        jdbc.sql("delete from liked_comment where author_id = :author")
                .param("author", userId)
                .update();
    }

    private static Liked liked(ResultSet row, int number) throws SQLException {
        return new Liked(
                row.getString("comment_id"),
                row.getString("author_id"),
                row.getString("target"),
                row.getLong("version"),
                row.getLong("likes"));
    }

    /**
     * How many like a comment.
     *
     * @param target what it is about, {@code articles/0198…}
     */
    record Liked(String id, String authorId, String target, long version, long likes) {}
}
