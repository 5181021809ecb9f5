package news.platform.ranking.item;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Articles and lives, as their owners have told. */
@Component
public final class Items {
    private final JdbcClient jdbc;

    Items(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether readers have it no longer; empty where nothing was told of it. */
    public Optional<Boolean> recalled(ItemRef ref) {
        return jdbc.sql("select recall_time is not null from item where type = :type and id = :id")
                .param("type", ref.type())
                .param("id", ref.id())
                .query(Boolean.class)
                .optional();
    }

    /** Those of them that readers have no longer. */
    public Set<ItemRef> recalled(Collection<ItemRef> refs) {
        return jdbc.sql("""
                        select i.type, i.id
                          from unnest(cast(:types as text[]), cast(:ids as text[])) as asked (type, id)
                          join item i on i.type = asked.type and i.id = asked.id
                         where i.recall_time is not null""")
                .param("types", refs.stream().map(ItemRef::type).toArray(String[]::new))
                .param("ids", refs.stream().map(ItemRef::id).toArray(String[]::new))
                .query((row, _) -> new ItemRef(row.getString("type"), row.getString("id")))
                .set();
    }

    /** The articles that were recalled since then, latest first. */
    public List<String> recalledArticles(Instant since, int limit) {
        return jdbc.sql("""
                        select id from item
                         where type = 'articles' and recall_time > :since
                         order by recall_time desc, id limit :limit""")
                .param("since", Instants.parameter(since))
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    /** Writes what was told, unless something later is known. */
    void told(Item item) {
        jdbc.sql("""
                        insert into item (type, id, version, title, words, channel_ids, bylines, symbols, tags, importance,
                            publish_time)
                        values (:type, :id, :version, :title, :words, :channels, :bylines, :symbols, :tags, :importance, :publishTime)
                        on conflict (type, id) do update
                           set version = excluded.version, title = excluded.title, words = excluded.words,
                               channel_ids = excluded.channel_ids, bylines = excluded.bylines, symbols = excluded.symbols,
                               tags = excluded.tags, importance = excluded.importance, publish_time = excluded.publish_time,
                               related = false
                         where item.version < excluded.version""")
                .param("type", item.ref().type())
                .param("id", item.ref().id())
                .param("version", item.version())
                .param("title", item.title())
                .param("words", array(item.words()))
                .param("channels", array(item.channelIds()))
                .param("bylines", array(item.bylines()))
                .param("symbols", array(item.symbols()))
                .param("tags", array(item.tags()))
                .param("importance", item.importance())
                .param("publishTime", Instants.parameter(item.publishTime()))
                .update();
    }

    /** Notes that readers have it no longer, also of one of which nothing else was told. */
    void recalled(ItemRef ref, long version, Instant time) {
        jdbc.sql("""
                        insert into item (type, id, version, publish_time, recall_time) values (:type, :id, :version, :time, :time)
                        on conflict (type, id) do update set version = excluded.version, recall_time = excluded.recall_time
                         where item.version < excluded.version""")
                .param("type", ref.type())
                .param("id", ref.id())
                .param("version", version)
                .param("time", Instants.parameter(time))
                .update();
    }

    /** Forgets how they stand, before all of it is told again; what they are numbered by stays. */
    void forget() {
        jdbc.sql("update item set version = 0").update();
    }

    private static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }
}
