package news.platform.search.opensearch;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import news.platform.search.index.Item;
import news.platform.search.opensearch.OpenSearchCatalogue.Gone;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What happened and is not known to be in the index yet: events are taken in a transaction, in which nobody calls another. */
@Component
final class PendingChanges {
    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.shared();

    PendingChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Item item) {
        add(item.key(), item.rank(), Optional.of(json.writeValueAsString(item)));
    }

    void add(Gone gone) {
        add(gone.key(), gone.rank(), Optional.empty());
    }

    /** The oldest. */
    List<Pending> oldest(int limit) {
        return jdbc.sql("select number, key, rank, item from pending_change order by number limit :limit")
                .param("limit", limit)
                .query((row, _) -> new Pending(
                        row.getLong("number"),
                        Optional.ofNullable(row.getString("item")).map(text -> json.readValue(text, Item.class)),
                        new Gone(row.getString("key"), row.getLong("rank"))))
                .list();
    }

    void remove(Collection<Pending> done) {
        jdbc.sql("delete from pending_change where number = any (:numbers)")
                .param("numbers", done.stream().map(Pending::number).toArray(Long[]::new))
                .update();
    }

    private void add(String key, long rank, Optional<String> item) {
        jdbc.sql("insert into pending_change (key, rank, item) values (:key, :rank, :item::jsonb)")
                .param("key", key)
                .param("rank", rank)
                .param("item", item.orElse(null))
                .update();
    }

    /**
     * One change.
     *
     * @param item as it is now; empty where it is gone
     * @param gone what is gone where it is
     */
    record Pending(long number, Optional<Item> item, Gone gone) {}
}
