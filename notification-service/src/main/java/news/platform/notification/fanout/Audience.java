package news.platform.notification.fanout;

import java.util.List;
import news.platform.notification.story.Kind;
import news.platform.notification.story.Stories.Telling;
import news.platform.notification.story.Story;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom stories concern: one user, or whoever follows one of their targets, and of breaking news whoever has a device, too. */
@Component
final class Audience {
    private final JdbcClient jdbc;

    Audience(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether a story can concern anybody: what lives and articles are about is often followed by nobody. */
    boolean isAnybody(Story story) {
        return !story.kind().isNews()
                || story.kind() == Kind.BREAKING
                || jdbc.sql("""
                                select exists (
                                       select from unnest(:targets) as wanted (target)
                                        cross join lateral (
                                              select from follow
                                               where follow.target = wanted.target and follow.end_time is null
                                               limit 1) follower)""")
                        .param("targets", story.targets().toArray(String[]::new))
                        .query(Boolean.class)
                        .single();
    }

    /** The next users after the last one who was told, in order. */
    List<String> next(Telling telling, int limit) {
        var story = telling.story();
        if (!story.kind().isNews()) {
            return story.addressee().filter(user -> user.compareTo(telling.upTo()) > 0).stream()
                    .toList();
        }
        // of each target no more than the limit, by its index: there may be a hundred thousand who follow it
        return jdbc.sql("""
                        select user_id from (
                            select follower.user_id
                              from unnest(:targets) as wanted (target)
                             cross join lateral (
                                   select follow.user_id from follow
                                    where follow.target = wanted.target
                                      and follow.user_id > :upTo
                                      and follow.end_time is null
                                    order by follow.user_id
                                    limit :limit) follower
                             union
                            (select distinct device.user_id from device
                              where :everybody and device.user_id > :upTo
                              order by device.user_id
                              limit :limit)) concerned
                         order by user_id
                         limit :limit""")
                .param("targets", story.targets().toArray(String[]::new))
                .param("everybody", story.kind() == Kind.BREAKING)
                .param("upTo", telling.upTo())
                .param("limit", limit)
                .query(String.class)
                .list();
    }
}
