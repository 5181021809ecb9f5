package news.platform.comment.screening;

import java.time.Clock;
import java.time.Duration;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How often the same is said. */
@Component
final class Repeats {
    private static final int ENOUGH = 20;

    private final JdbcClient jdbc;
    private final Clock clock;

    Repeats(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How often somebody else has said it lately, as far as 20; never where the key is empty. */
    int byOthers(byte[] key, String authorId, Duration within) {
        if (key.length == 0) {
            return 0;
        }
        return jdbc.sql("""
                        select count(*) from (
                            select from comment
                             where text_key = :key and text_key <> '' and create_time > :since and author_id <> :author
                             limit :enough) same""")
                .param("key", key)
                .param("since", Instants.parameter(clock.instant().minus(within)))
                .param("author", authorId)
                .param("enough", ENOUGH)
                .query(Integer.class)
                .single();
    }
}
