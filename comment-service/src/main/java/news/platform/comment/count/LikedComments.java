package news.platform.comment.count;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Comments as those know them who tell their authors that they are liked. */
@Component
final class LikedComments {
    private final JdbcClient jdbc;

    LikedComments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the ids that name comments that readers see. */
    List<Liked> find(Collection<String> ids) {
        return jdbc.sql("""
                        select c.id, c.target, c.author_id,
                               exists (
                                   select from reaction
                                    where reaction.target = :type || c.id and reaction.user_id = c.author_id) as by_author
                          from comment c
                         where c.id = any (:ids) and c.state = 'VISIBLE'""")
                .param("type", CommentCounts.COMMENT)
                .param("ids", ids.toArray(String[]::new))
                .query((row, _) -> new Liked(
                        row.getString("id"),
                        row.getString("target"),
                        row.getString("author_id"),
                        row.getBoolean("by_author")))
                .list();
    }

    /** @param byAuthor whether its author likes it, too */
    record Liked(String id, String target, String authorId, boolean byAuthor) {}
}
