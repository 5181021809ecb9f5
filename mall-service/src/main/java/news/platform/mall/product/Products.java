package news.platform.mall.product;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.Period;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import news.platform.mall.money.Amount;
import news.platform.mall.product.Product.RefundPolicy;
import news.platform.mall.product.Terms.Text;
import news.platform.persistence.Instants;
import news.platform.persistence.page.TimeAndId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The products in the database. What is sold of them is for {@link Stocks} to say. */
@Component
public final class Products {
    private static final String SELECT = """
            select p.id, p.kind, p.validity, p.scopes, p.refund_policy, p.stock, p.sold, p.on_sale, p.version, p.create_time,
                   array(select t.lang from product_text t where t.product_id = p.id order by t.lang) as langs,
                   array(select t.name from product_text t where t.product_id = p.id order by t.lang) as names,
                   array(select t.description from product_text t where t.product_id = p.id order by t.lang) as descriptions,
                   array(select c.currency::text from product_price c where c.product_id = p.id order by c.currency) as currencies,
                   array(select c.amount from product_price c where c.product_id = p.id order by c.currency) as amounts
              from product p\s""";
    private static final TimeAndId BEFORE_ALL = new TimeAndId(Instant.parse("9999-12-31T00:00:00Z"), "");

    private final JdbcClient jdbc;

    Products(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the version of its event. */
    long add(Product product) {
        long told = write("""
                insert into product (id, kind, validity, scopes, refund_policy, stock, on_sale, version, told, create_time)
                values (:id, :kind, :validity, :scopes, :refunds, :stock, :onSale, :version, :version, :createTime)
                returning told""", product);
        addTerms(product);
        return told;
    }

    /** Replaces all of it but what is sold. Returns the version of its event. */
    long replace(Product product) {
        long told = write("""
                update product
                   set kind = :kind, validity = :validity, scopes = :scopes, refund_policy = :refunds, stock = :stock,
                       on_sale = :onSale, version = :version, told = greatest(told, version) + 1, create_time = :createTime
                 where id = :id
                returning told""", product);
        jdbc.sql("delete from product_text where product_id = :id")
                .param("id", product.id())
                .update();
        jdbc.sql("delete from product_price where product_id = :id")
                .param("id", product.id())
                .update();
        addTerms(product);
        return told;
    }

    /** The version of an event of a product that is as it was but for what is sold. */
    long nextEvent(String id) {
        return jdbc.sql("update product set told = greatest(told, version) + 1 where id = :id returning told")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    /** For a change: nobody else changes it, or sells one, until the transaction ends. */
    Optional<Product> lock(String id) {
        return jdbc.sql("select id from product where id = :id for update")
                .param("id", id)
                .query(String.class)
                .optional()
                .flatMap(locked -> find(List.of(locked)).stream().findFirst());
    }

    /** Those of the ids that name products, on sale or not, in no order. */
    public List<Product> find(Collection<String> ids) {
        return jdbc.sql(SELECT + "where p.id = any (:ids)")
                .param("ids", ids.toArray(String[]::new))
                .query(Products::product)
                .list();
    }

    /** What is on sale, latest first, after the given place; from the start where it is empty. */
    List<Product> page(Optional<TimeAndId> after, int limit) {
        var place = after.orElse(BEFORE_ALL);
        return jdbc.sql(SELECT + """
                        where p.on_sale and (p.create_time, p.id) < (:time, :id)
                        order by p.create_time desc, p.id desc limit :limit""")
                .param("time", Instants.parameter(place.time()))
                .param("id", place.id())
                .param("limit", limit)
                .query(Products::product)
                .list();
    }

    private long write(String sql, Product product) {
        var terms = product.terms();
        return jdbc.sql(sql)
                .param("id", product.id())
                .param("kind", product.kind().name())
                .param(
                        "validity",
                        terms.validity() == null ? null : terms.validity().toString())
                .param("scopes", terms.scopes().toArray(String[]::new))
                .param("refunds", terms.refundPolicy().name())
                .param("stock", product.stock())
                .param("onSale", product.onSale())
                .param("version", product.version())
                .param("createTime", Instants.parameter(product.createTime()))
                .query(Long.class)
                .single();
    }

    private void addTerms(Product product) {
        var texts = product.terms().texts();
        jdbc.sql("""
                        insert into product_text (product_id, lang, name, description)
                        select :id, t.lang, t.name, t.description
                          from unnest(:langs::text[], :names::text[], :descriptions::text[]) t (lang, name, description)""")
                .param("id", product.id())
                .param("langs", texts.stream().map(Text::lang).toArray(String[]::new))
                .param("names", texts.stream().map(Text::name).toArray(String[]::new))
                .param("descriptions", texts.stream().map(Text::description).toArray(String[]::new))
                .update();
        var prices = product.terms().prices();
        jdbc.sql("""
                        insert into product_price (product_id, currency, amount)
                        select :id, c.currency, c.amount from unnest(:currencies::text[], :amounts::bigint[]) c (currency, amount)""")
                .param("id", product.id())
                .param("currencies", prices.stream().map(Amount::currency).toArray(String[]::new))
                .param("amounts", prices.stream().map(Amount::minor).toArray(Long[]::new))
                .update();
    }

    private static Product product(ResultSet row, int number) throws SQLException {
        return new Product(
                row.getString("id"),
                Product.Kind.valueOf(row.getString("kind")),
                terms(row),
                row.getObject("stock", Integer.class),
                row.getInt("sold"),
                row.getBoolean("on_sale"),
                row.getLong("version"),
                Instants.of(row, "create_time"));
    }

    private static Terms terms(ResultSet row) throws SQLException {
        var langs = texts(row, "langs");
        var names = texts(row, "names");
        var descriptions = texts(row, "descriptions");
        var currencies = texts(row, "currencies");
        var amounts = (Long[]) array(row, "amounts");
        return new Terms(
                IntStream.range(0, langs.length)
                        .mapToObj(each -> new Text(langs[each], names[each], descriptions[each]))
                        .toList(),
                IntStream.range(0, currencies.length)
                        .mapToObj(each -> new Amount(currencies[each], amounts[each]))
                        .toList(),
                period(row.getString("validity")),
                Arrays.asList(texts(row, "scopes")),
                RefundPolicy.valueOf(row.getString("refund_policy")));
    }

    private static @Nullable Period period(@Nullable String text) {
        return text == null ? null : Period.parse(text);
    }

    private static String[] texts(ResultSet row, String column) throws SQLException {
        return (String[]) array(row, column);
    }

    private static Object array(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array.getArray();
    }
}
