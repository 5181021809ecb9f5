package news.platform.ranking.hot;

import java.time.Duration;

/**
 * How hot something is: the logarithm of what readers make of it, and the time at which it was published. It is the order of
 * Reddit, whose advantage it has: nothing cools down by itself, so nothing is reckoned anew as time goes by. Ten times as much
 * puts something where one stands that is {@code scale} younger. See docs/ranking.md.
 */
public final class Hotness {
    /** Within a day: 12½ hours for ten times as much, as Reddit has it. */
    public static final Duration DAY_SCALE = Duration.ofSeconds(45_000);

    /** As much longer as a week is; else the week would begin with the day. */
    static final Duration WEEK_SCALE = DAY_SCALE.multipliedBy(7);

    /** The rows that {@link #SCORE} needs beside {@code item i}; takes {@code :now}. */
    public static final String JOINS = """
             left join engagement e on e.target = i.type || '/' || i.id
             left join demotion d on d.type = i.type and d.id = i.id and d.until > :now
            """;

    /**
     * SQL for it; takes {@code :scale} in seconds. What is demoted counts for less; an important live counts as if it had been read,
     * since nobody says that of lives.
     */
    public static final String SCORE = """
            (log(cast((1 + coalesce(e.views, 0) + 5 * coalesce(e.likes, 0) + 10 * coalesce(e.comments, 0)
                + 8 * coalesce(e.bookmarks, 0) + case i.importance when 3 then 100 when 2 then 10 else 0 end)
                * coalesce(d.factor, 1) as double precision))
              + cast(extract(epoch from i.publish_time) as double precision) / :scale)""";

    private Hotness() {}
}
