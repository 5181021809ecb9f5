package news.platform.ranking.related;

import java.time.Instant;
import java.util.List;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which articles belong together, sought beforehand. */
@Component
public final class RelatedArticles {
    /** How many are kept of each. */
    public static final int MAX = 12;

    /** {@code offset 0} keeps the planner from reading all items for a join: only those that are alike enough are looked up. */
    static final String SEEK = """
            select alike.article_id
              from (select other.article_id, max(other.publish_time) as publish_time,
                           sum(mine.weight / ln(2 + having_it)) as shared
                      from item_term mine
                     cross join lateral (
                           select latest.article_id, latest.publish_time, count(*) over () as having_it
                             from (select article_id, publish_time from item_term
                                    where term = mine.term and article_id <> mine.article_id
                                    order by publish_time desc limit 50) latest) other
                     where mine.article_id = :id
                     group by other.article_id
                    having sum(mine.weight / ln(2 + having_it)) >= 1.5) alike
             where exists (
                   select from item i
                    where i.type = 'articles' and i.id = alike.article_id and i.recall_time is null
                   offset 0)
             order by alike.shared desc, alike.publish_time desc, alike.article_id
             limit :limit""";

    private final JdbcClient jdbc;

    RelatedArticles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The ids of those that belong to this one, the most related first; also of some that were recalled since. */
    public List<String> of(String articleId) {
        return jdbc.sql("select unnest(ids) from related where article_id = :id")
                .param("id", articleId)
                .query(String.class)
                .list();
    }

    /** Of which nothing was sought, or not since they changed; latest first, nobody else's until the transaction ends. */
    List<String> due(int limit) {
        return jdbc.sql("""
                        select id from item
                         where not related and type = 'articles' and recall_time is null
                         order by publish_time desc limit :limit for no key update skip locked""").param("limit", limit).query(String.class).list();
    }

    /** Notes by what this one is found. Instruments say most, tags much, words little. */
    void index(String articleId) {
        jdbc.sql("delete from item_term where article_id = :id")
                .param("id", articleId)
                .update();
        jdbc.sql("""
                        insert into item_term (term, article_id, publish_time, weight)
                        select term, i.id, i.publish_time, max(weight)
                          from item i cross join lateral (
                               select 's:' || unnest(i.symbols) as term, 5 as weight
                               union all select 't:' || lower(unnest(i.tags)), 3
                               union all select 'w:' || unnest(i.words), 1) has
                         where i.type = 'articles' and i.id = :id
                         group by term, i.id, i.publish_time""").param("id", articleId).update();
    }

    /**
     * Has what follows in the transaction read rows in the order of an index. Most terms are rare, so for each the planner would read
     * all that have it and sort them, of a common one thousands, where the latest fifty are wanted.
     */
    void readInOrder() {
        jdbc.sql("set local enable_bitmapscan = off").update();
    }

    /**
     * Seeks those that have most in common with this one. What few have says more than what many have; of each term only the
     * latest fifty count, so what it costs is bounded. One word, or a common tag, makes nothing related.
     */
    List<String> seek(String articleId) {
        return jdbc.sql(SEEK)
                .param("id", articleId)
                .param("limit", MAX)
                .query(String.class)
                .list();
    }

    /** Keeps what was found; true where nothing was sought for this one before. */
    boolean save(String articleId, List<String> ids, Instant now) {
        jdbc.sql("update item set related = true where type = 'articles' and id = :id")
                .param("id", articleId)
                .update();
        return jdbc.sql("""
                        insert into related as known (article_id, ids, find_time) values (:id, :ids, :now)
                        on conflict (article_id) do update set ids = excluded.ids, find_time = excluded.find_time
                        returning old.article_id is null""")
                .param("id", articleId)
                .param("ids", ids.toArray(String[]::new))
                .param("now", Instants.parameter(now))
                .query(Boolean.class)
                .single();
    }

    /** Has these sought for anew; whoever is at one of them does it anyway. */
    void refresh(List<String> ids) {
        jdbc.sql("""
                        update item set related = false
                         where type = 'articles' and id in (
                               select id from item where type = 'articles' and id = any (:ids) and related
                                order by id for no key update skip locked)""").param("ids", ids.toArray(String[]::new)).update();
    }
}
