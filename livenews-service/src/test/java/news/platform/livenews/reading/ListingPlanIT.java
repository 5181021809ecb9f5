package news.platform.livenews.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import news.platform.livenews.reading.ListedLives.Query;
import news.platform.persistence.page.TimeAndId;
import news.platform.test.store.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every list reads little of 50,000 lives, whatever it is filtered by. */
class ListingPlanIT {
    private static final DataSource DATABASE = TestDatabase.migrated().dataSource();
    private static final JdbcClient JDBC = JdbcClient.create(DATABASE);
    private static final Pattern PAGES = Pattern.compile("Buffers: shared hit=(\\d+)(?: read=(\\d+))?");
    private static final Optional<TimeAndId> MIDDLE =
            Optional.of(new TimeAndId(Instant.parse("2025-01-18T00:00:00Z"), "a"));

    @BeforeAll
    static void fillWithFiftyThousandLives() {
        // without the triggers of foreign keys: what is inserted fits
        JDBC.sql("""
                set session_replication_role = replica;
                insert into live
                select 'id-' || lpad(n::text, 8, '0'), 1, 'PUBLISHED', 'Title ' || n, '<p>text</p>', 'text',
                       array[(array['a-stock', 'forex', 'tech', 'gold'])[1 + n % 4]],
                       case when n % 101 = 0 then 3 when n % 11 = 0 then 2 else 1 end,
                       array['SYM' || n % 500], array['tag-' || n % 1000], '{}', '', '', '',
                       timestamptz '2025-01-01' + n * interval '1 minute',
                       timestamptz '2025-01-01' + n * interval '1 minute', 'editor', n
                  from generate_series(1, 50000) n""").update();
        JDBC.sql("""
                set session_replication_role = replica;
                insert into live_listing
                select unnest(array['all', 'channel:' || channel_ids[1], 'symbol:' || symbols[1], 'tag:' || tags[1]]),
                       publish_time, id, importance from live""").update();
        JDBC.sql("vacuum analyze").update();
    }

    @Test
    void readsFewPagesWhateverIsAskedFor() {
        for (var filter : List.of(
                filter("", "", 0),
                filter("", "", 3),
                filter("forex", "", 0),
                filter("gold", "", 2),
                filter("", "SYM7", 0),
                filter("tech", "SYM6", 2))) {
            assertThat(pages(ListedLives.query(filter, Optional.empty(), 21)))
                    .as("%s", filter)
                    .isLessThan(300);
            assertThat(pages(ListedLives.query(filter, MIDDLE, 21)))
                    .as("%s", filter)
                    .isLessThan(300);
        }
    }

    @Test
    void readsFewPagesForNewerOnes() {
        assertThat(pages(ListedLives.newerQuery(filter("gold", "", 2), 49_900, 20)))
                .isLessThan(600);
    }

    private static LiveFilter filter(String channel, String symbol, int minImportance) {
        return LiveFilter.of(channel, symbol, "", minImportance, null);
    }

    /** How many pages the database touches, by its own account. */
    private static int pages(Query query) {
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
