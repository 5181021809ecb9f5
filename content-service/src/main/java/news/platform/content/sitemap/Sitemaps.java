package news.platform.content.sitemap;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The published articles by the time at which readers first saw them, as the database's clock has it. Months are those of UTC.
 * Parts of a month are cut by counting: they are read by machines, seldom, and whole.
 */
@Component
final class Sitemaps {
    private final JdbcClient jdbc;

    Sitemaps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A month.
     *
     * @param articles how many it has, at least one
     * @param updated when one of them last changed
     */
    record Month(YearMonth month, long articles, Instant updated) {}

    /** @param updated when it last changed */
    record Located(String id, Instant updated) {}

    /** An article that is news. */
    record Fresh(String id, String title, String lang, Instant published) {}

    /** All months that have articles, latest first. */
    List<Month> months() {
        return jdbc.sql("""
                        select date_trunc('month', publish_time at time zone 'UTC') as month, count(*) as articles,
                               max(update_time) as updated
                          from article
                         where state in ('SCHEDULED', 'PUBLISHED') and publish_time <= now()
                         group by 1
                         order by 1 desc""")
                .query((row, _) -> new Month(
                        YearMonth.from(row.getObject("month", LocalDateTime.class)),
                        row.getLong("articles"),
                        Instants.of(row, "updated")))
                .list();
    }

    /**
     * The articles of a part of a month, oldest first; empty where there is no such part.
     *
     * @param number from 1 on
     * @param size how many each part has but the last
     */
    List<Located> part(YearMonth month, int number, int size) {
        return jdbc.sql("""
                        select id, update_time
                          from article
                         where state in ('SCHEDULED', 'PUBLISHED')
                           and publish_time >= :from and publish_time < :to and publish_time <= now()
                         order by publish_time, id
                        offset :offset limit :size""")
                .param("from", startOf(month))
                .param("to", startOf(month.plusMonths(1)))
                .param("offset", (number - 1L) * size)
                .param("size", size)
                .query((row, _) -> new Located(row.getString("id"), Instants.of(row, "update_time")))
                .list();
    }

    /** What readers first saw within the last two days, newest first. */
    List<Fresh> fresh(int limit) {
        return jdbc.sql("""
                        select id, title, lang, publish_time
                          from article
                         where state in ('SCHEDULED', 'PUBLISHED')
                           and publish_time > now() - interval '48 hours' and publish_time <= now()
                         order by publish_time desc, id desc
                         limit :limit""")
                .param("limit", limit)
                .query((row, _) -> new Fresh(
                        row.getString("id"),
                        row.getString("title"),
                        row.getString("lang"),
                        Instants.of(row, "publish_time")))
                .list();
    }

    private static OffsetDateTime startOf(YearMonth month) {
        return month.atDay(1).atStartOfDay().atOffset(ZoneOffset.UTC);
    }
}
