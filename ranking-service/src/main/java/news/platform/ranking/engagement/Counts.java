package news.platform.ranking.engagement;

import java.time.Clock;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What others have counted. Each count is the whole, so the one of the highest version is right. */
@Component
final class Counts {
    private final JdbcClient jdbc;
    private final Clock clock;

    Counts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void said(String target, long version, long comments, long likes) {
        jdbc.sql("""
                        insert into engagement as known (target, comments, likes, target_version, create_time)
                        values (:target, :comments, :likes, :version, :now)
                        on conflict (target) do update
                           set comments = excluded.comments, likes = excluded.likes, target_version = excluded.target_version
                         where known.target_version < excluded.target_version""")
                .param("target", target)
                .param("comments", comments)
                .param("likes", likes)
                .param("version", version)
                .param("now", Instants.parameter(clock.instant()))
                .update();
    }

    void kept(String target, long version, long bookmarks) {
        jdbc.sql("""
                        insert into engagement as known (target, bookmarks, bookmark_version, create_time)
                        values (:target, :bookmarks, :version, :now)
                        on conflict (target) do update
                           set bookmarks = excluded.bookmarks, bookmark_version = excluded.bookmark_version
                         where known.bookmark_version < excluded.bookmark_version""")
                .param("target", target)
                .param("bookmarks", bookmarks)
                .param("version", version)
                .param("now", Instants.parameter(clock.instant()))
                .update();
    }
}
