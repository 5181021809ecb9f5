package news.platform.content.offer;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The products that are on sale, in the database, as mall-service last told of them; all in the transaction of the caller. */
@Component
final class Products {
    private final JdbcClient jdbc;

    Products(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes a product over, unless something newer is known of it. */
    void told(Offered product) {
        if (isNewer(product.id(), product.version(), product.kind().name(), product.cost())) {
            open(product.id(), product.scopes());
        }
    }

    /** Takes over that it is off sale, unless something newer is known of it. The version stays, so that no late event brings it back. */
    void withdrawn(String id, long version) {
        if (isNewer(id, version, null, null)) {
            open(id, List.of());
        }
    }

    /** Forgets all. */
    void forget() {
        Stream.of("offered_scope", "offered_product")
                .forEach(table -> jdbc.sql("delete from " + table).update());
    }

    private boolean isNewer(String id, long version, @Nullable String kind, @Nullable Long cost) {
        return jdbc.sql("""
                        insert into offered_product (id, version, kind, cost) values (:id, :version, :kind, :cost)
                        on conflict (id) do update
                           set version = excluded.version, kind = excluded.kind, cost = excluded.cost
                         where offered_product.version < excluded.version""")
                        .param("id", id)
                        .param("version", version)
                        .param("kind", kind)
                        .param("cost", cost)
                        .update()
                == 1;
    }

    private void open(String id, List<String> scopes) {
        jdbc.sql("delete from offered_scope where product_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("insert into offered_scope (product_id, scope) select :id, unnest(:scopes) on conflict do nothing")
                .param("id", id)
                .param("scopes", scopes.toArray(String[]::new))
                .update();
    }
}
