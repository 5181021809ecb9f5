package news.platform.thirdparty.charge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.platform.persistence.Instants;
import news.platform.thirdparty.channel.Amount;
import news.platform.thirdparty.channel.NextAction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The charges in the database. */
@Component
public final class Charges {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SELECT = """
            select payment_id, order_id, channel, reference, amount_minor, currency, description, expire_time, state,
                   channel_charge_id, action, transaction_id, surplus, failure, pay_time, version
              from charge\s""";

    private final JdbcClient jdbc;

    Charges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps whoever else looks for or makes a charge of this reference waiting for the current transaction, if there is one or not. */
    public void reserve(String channel, String reference) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", key(channel, reference))
                .query((_, _) -> true)
                .list();
    }

    private static String key(String channel, String reference) {
        return "charge/" + channel + "/" + reference;
    }

    /** Reserves its reference first. False where the payment has a charge already. */
    boolean add(Charge.Order order, Instant now) {
        return jdbc.sql("""
                        with reserved as materialized (select pg_advisory_xact_lock(hashtextextended(:key, 0)))
                        insert into charge (payment_id, order_id, channel, reference, amount_minor, currency, description,
                                            expire_time, create_time, state)
                        select :payment, :order, :channel, :reference, :amount, :currency, :description, :expire, :now,
                               'PENDING'
                          from reserved
                        on conflict do nothing""")
                        .param("key", key(order.channel(), order.reference()))
                        .param("payment", order.paymentId())
                        .param("order", order.orderId())
                        .param("channel", order.channel())
                        .param("reference", order.reference())
                        .param("amount", order.amount().minorUnits())
                        .param("currency", order.amount().currency())
                        .param("description", order.description())
                        .param("expire", Instants.parameter(order.expireTime()))
                        .param("now", Instants.parameter(now))
                        .update()
                > 0;
    }

    Optional<Charge> find(String paymentId) {
        return jdbc.sql(SELECT + "where payment_id = :payment")
                .param("payment", paymentId)
                .query(Charges::charge)
                .optional();
    }

    Optional<Charge> lock(String paymentId) {
        return jdbc.sql(SELECT + "where payment_id = :payment for update")
                .param("payment", paymentId)
                .query(Charges::charge)
                .optional();
    }

    /** By what its channel calls it. */
    public Optional<Charge> lock(String channel, String reference) {
        return jdbc.sql(SELECT + "where channel = :channel and reference = :reference for update")
                .param("channel", channel)
                .param("reference", reference)
                .query(Charges::charge)
                .optional();
    }

    /** The payments of charges by their references. */
    Map<String, String> payments(String channel, Collection<String> references) {
        return jdbc
                .sql(
                        "select reference, payment_id from charge where channel = :channel and reference = any (:references)")
                .param("channel", channel)
                .param("references", references.toArray(String[]::new))
                .query((row, _) -> Map.entry(row.getString("reference"), row.getString("payment_id")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Writes what may change. */
    void save(Charge charge) {
        jdbc.sql("""
                        update charge
                           set state = :state, channel_charge_id = :channelCharge, action = cast(:action as jsonb),
                               transaction_id = :transaction, surplus = :surplus, failure = :failure, pay_time = :payTime,
                               version = :version
                         where payment_id = :payment""")
                .param("state", charge.state().name())
                .param("channelCharge", charge.channelChargeId())
                .param(
                        "action",
                        Stream.ofNullable(charge.action())
                                .map(JSON::writeValueAsString)
                                .findFirst()
                                .orElse(null))
                .param("transaction", charge.transactionId())
                .param("surplus", charge.surplus().toArray(String[]::new))
                .param("failure", charge.failure())
                .param("payTime", Instants.parameter(charge.payTime()))
                .param("version", charge.version())
                .param("payment", charge.order().paymentId())
                .update();
    }

    private static Charge charge(ResultSet row, int number) throws SQLException {
        return new Charge(
                new Charge.Order(
                        row.getString("payment_id"),
                        row.getString("order_id"),
                        row.getString("channel"),
                        row.getString("reference"),
                        new Amount(row.getLong("amount_minor"), row.getString("currency")),
                        row.getString("description"),
                        Instants.of(row, "expire_time")),
                Charge.State.valueOf(row.getString("state")),
                row.getString("channel_charge_id"),
                action(row.getString("action")),
                row.getString("transaction_id"),
                texts(row),
                row.getString("failure"),
                Instants.optional(row, "pay_time").orElse(null),
                row.getLong("version"));
    }

    private static @Nullable NextAction action(@Nullable String json) {
        return json == null ? null : JSON.readValue(json, NextAction.class);
    }

    private static List<String> texts(ResultSet row) throws SQLException {
        return Arrays.asList((String[]) row.getArray("surplus").getArray());
    }
}
