package news.platform.comment.thread;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The comments themselves. */
@Component
public final class Comments {
    private static final CommentRow ROW = new CommentRow();

    private final JdbcClient jdbc;

    Comments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In any state. */
    public Optional<Comment> find(String id) {
        return jdbc.sql("select " + CommentRow.COLUMNS + " from comment c where c.id = :id")
                .param("id", id)
                .query(ROW)
                .optional();
    }

    /** Those of the ids that name comments, in any state and no order. */
    public List<Comment> findAll(Collection<String> ids) {
        return jdbc.sql("select " + CommentRow.COLUMNS + " from comment c where c.id = any (:ids)")
                .param("ids", ids.toArray(String[]::new))
                .query(ROW)
                .list();
    }

    /** For a change: nobody else changes it until the transaction ends. */
    public Optional<Comment> lock(String id) {
        return jdbc.sql("select " + CommentRow.COLUMNS + " from comment c where c.id = :id for no key update")
                .param("id", id)
                .query(ROW)
                .optional();
    }

    /** Lets nobody else write in this author's name until the transaction ends, so that what is written is counted. */
    void lockAuthor(String authorId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('comment-author'), hashtext(:author))")
                .param("author", authorId)
                .query((_, _) -> authorId)
                .list();
    }

    /** What somebody wrote since then, whatever became of it, latest first. */
    List<Comment> latest(String authorId, Instant since, int limit) {
        return jdbc.sql("select " + CommentRow.COLUMNS + """
                         from comment c
                        where c.author_id = :author and c.create_time > :since
                        order by c.create_time desc, c.id desc limit :limit""")
                .param("author", authorId)
                .param("since", Instants.parameter(since))
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    void add(Comment comment) {
        jdbc.sql("""
                        insert into comment (
                            id, target, root_id, reply_to_id, author_id, text, state, reason, version, create_time, update_time,
                            hot_time)
                        values (
                            :id, :target, nullif(:root, ''), nullif(:replyTo, ''), :author, :text, :state, :reason, :version, :time,
                            :time, :time)""")
                .param("id", comment.id())
                .param("target", comment.target())
                .param("root", comment.rootId())
                .param("replyTo", comment.replyToId())
                .param("author", comment.authorId())
                .param("text", comment.text())
                .param("state", comment.state().name())
                .param("reason", comment.reason())
                .param("version", comment.version())
                .param("time", Instants.parameter(comment.createTime()))
                .update();
    }

    /** Notes by what the same text is found. */
    void keyed(String id, byte[] textKey) {
        jdbc.sql("update comment set text_key = :key where id = :id")
                .param("id", id)
                .param("key", textKey)
                .update();
    }

    /** Notes that another look was asked for; false where it was before. */
    public boolean appealed(String id) {
        return jdbc.sql("update comment set appealed = true where id = :id and not appealed")
                        .param("id", id)
                        .update()
                == 1;
    }

    void replace(Comment comment) {
        jdbc.sql("""
                        update comment
                           set text = :text, state = :state, reason = :reason, version = :version, update_time = :updateTime
                         where id = :id""")
                .param("id", comment.id())
                .param("text", comment.text())
                .param("state", comment.state().name())
                .param("reason", comment.reason())
                .param("version", comment.version())
                .param("updateTime", Instants.parameter(comment.updateTime()))
                .update();
    }
}
