package news.platform.ranking.related;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import news.platform.test.store.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Of a term that ten thousand articles have, among many that few have, only the latest are read. */
class RelatedPlanIT {
    private static final Pattern PAGES = Pattern.compile("Buffers: shared hit=(\\d+)(?: read=(\\d+))?");

    @Test
    void readsFewPagesOfACommonTerm() {
        var database = TestDatabase.migrated().dataSource();
        var jdbc = JdbcClient.create(database);
        jdbc.sql("""
                insert into item (type, id, version, title, words, channel_ids, bylines, symbols, tags, importance, publish_time)
                select 'articles', 'id-' || n, 1, 'Title ' || n, array['common', 'word-' || n], '{}', '{}', '{}', '{}', 0,
                       timestamptz '2026-01-01' + n * interval '1 minute'
                  from generate_series(1, 10000) n""").update();
        jdbc.sql("""
                insert into item_term (term, article_id, publish_time, weight)
                select unnest(array['w:common', 'w:word-' || n, 'w:other-' || n, 'w:third-' || n]), 'id-' || n,
                       timestamptz '2026-01-01' + n * interval '1 minute', 1
                  from generate_series(1, 10000) n""").update();
        jdbc.sql("""
                insert into item_term (term, article_id, publish_time, weight)
                select 's:CL', 'id-' || n, timestamptz '2026-01-01' + n * interval '1 minute', 8
                  from generate_series(9960, 10000) n""").update();
        jdbc.sql("vacuum analyze item, item_term").update();
        var related = new RelatedArticles(jdbc);
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(database));

        int pages = transaction.execute(_ -> {
            related.readInOrder();
            return pages(jdbc, "id-10000");
        });

        assertThat(pages).isPositive().isLessThan(400);
    }

    /** How many the database touches, by its own account. */
    private static int pages(JdbcClient jdbc, String articleId) {
        var plan = String.join(
                "\n",
                jdbc.sql("explain (analyze, buffers) " + RelatedArticles.SEEK)
                        .param("id", articleId)
                        .param("limit", RelatedArticles.MAX)
                        .query(String.class)
                        .list());
        var matcher = PAGES.matcher(plan);
        assertThat(matcher.find()).as(plan).isTrue();
        return Integer.parseInt(matcher.group(1)) + (matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2)));
    }
}
