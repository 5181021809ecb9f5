package news.platform.comment.count;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where conversations stand under "hot": each at the time at which it was written, and 12½ hours later for each ten times as
 * much that came of it. So a place changes only when something comes of it, and a list is read by an index.
 */
@Component
final class HotTimes {
    private final JdbcClient jdbc;

    HotTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Moves those that begin conversations to their places; locked in one order, so that nobody locks them the other way round. */
    void warm(List<Warmth> comments) {
        if (comments.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        update comment
                           set hot_time = comment.create_time
                                   + interval '45000 seconds' * cast(log(1 + greatest(warm.likes, 0)) as double precision)
                          from (select c.id, warmth.likes
                                  from comment c
                                  join unnest(cast(:ids as text[]), cast(:likes as bigint[])) as warmth (id, likes)
                                    on warmth.id = c.id
                                 where c.root_id is null
                                 order by c.id for no key update of c) warm
                         where comment.id = warm.id""")
                .param("ids", comments.stream().map(Warmth::commentId).toArray(String[]::new))
                .param("likes", comments.stream().map(Warmth::likes).toArray(Long[]::new))
                .update();
    }

    /**
     * What came of a comment.
     *
     * @param likes likes, and replies for what they count
     */
    record Warmth(String commentId, long likes) {}
}
