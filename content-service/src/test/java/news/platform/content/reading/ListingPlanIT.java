package news.platform.content.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import news.platform.persistence.page.TimeAndId;
import news.platform.test.store.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every list reads little of 50,000 articles, whatever it is filtered by. */
class ListingPlanIT {
    private static final DataSource DATABASE = TestDatabase.migrated().dataSource();
    private static final JdbcClient JDBC = JdbcClient.create(DATABASE);
    private static final Pattern PAGES = Pattern.compile("Buffers: shared hit=(\\d+)(?: read=(\\d+))?");
    private static final Optional<TimeAndId> MIDDLE =
            Optional.of(new TimeAndId(Instant.parse("2025-01-18T00:00:00Z"), "a"));

    @BeforeAll
    static void fillWithFiftyThousandArticles() {
        // without the triggers of foreign keys: what is inserted fits
        JDBC.sql("""
                set session_replication_role = replica;
                insert into article
                select 'id-' || lpad(n::text, 8, '0'), 2, 'PUBLISHED', 'Title ' || n, 'Summary', repeat('<p>body</p>', 100),
                       '', 'en', array[(array['a-stock', 'forex', 'tech', 'gold'])[1 + n % 4]], array['user-' || n % 50],
                       '{}', array['SYM' || n % 500], array['common', 'tag-' || n % 1000], '', '', '', false,
                       timestamptz '2025-01-01' + n * interval '1 minute',
                       timestamptz '2025-01-01' + n * interval '1 minute', 'editor'
                  from generate_series(1, 50000) n""").update();
        JDBC.sql("""
                set session_replication_role = replica;
                insert into article_listing
                select unnest(array_remove(array['channel:' || channel_ids[1], case when channel_ids = '{gold}' then 'channel:commodity' end,
                                    'author:' || author_ids[1], 'symbol:' || symbols[1],
                                    'tag:common', 'tag:' || tags[2]], null)), publish_time, id from article""").update();
        JDBC.sql("vacuum analyze").update();
    }

    @Test
    void readsFewPagesForOneFilter() {
        for (var filter : List.of(
                criteria("", "", "", ""),
                criteria("commodity", "", "", ""),
                criteria("", "user-7", "", ""),
                criteria("", "", "SYM7", ""),
                criteria("", "", "", "common"))) {
            assertThat(pages(filter, Optional.empty())).as("%s", filter).isLessThan(200);
            assertThat(pages(filter, MIDDLE)).as("%s", filter).isLessThan(200);
        }
    }

    @Test
    void readsFewPagesForFiltersTogether() {
        for (var filter : List.of(
                criteria("forex", "", "", "common"),
                criteria("gold", "user-7", "", ""),
                criteria("tech", "", "SYM6", "common"),
                criteria("a-stock", "user-8", "SYM8", "tag-8"))) {
            assertThat(pages(filter, Optional.empty())).as("%s", filter).isLessThan(1500);
            assertThat(pages(filter, MIDDLE)).as("%s", filter).isLessThan(1500);
        }
    }

    @Test
    void readsFewPagesForTimes() {
        var day = new ArticleFilter(
                List.of("channel:forex"), Instant.parse("2025-01-20T00:00:00Z"), Instant.parse("2025-01-21T00:00:00Z"));

        assertThat(pages(day, Optional.empty())).isLessThan(200);
    }

    private static ArticleFilter criteria(String channel, String author, String symbol, String tag) {
        return ArticleFilter.of(new ArticleFilter.Criteria(channel, author, symbol, tag), null, null);
    }

    /** How many pages the database touches for one page of the list, by its own account. */
    private static int pages(ArticleFilter filter, Optional<TimeAndId> after) {
        var query = ListedArticles.query(filter, after, 21);
        var plan = JDBC.sql("explain (analyze, buffers) " + query.sql())
                .params(query.parameters())
                .query(String.class)
                .list();
        assertThat(plan).noneMatch(line -> line.contains("Seq Scan"));
        var matcher = PAGES.matcher(String.join("\n", plan));
        assertThat(matcher.find()).as("%s", plan).isTrue();
        return Integer.parseInt(matcher.group(1)) + (matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2)));
    }
}
