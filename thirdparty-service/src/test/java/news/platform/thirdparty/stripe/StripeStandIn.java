package news.platform.thirdparty.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import news.platform.security.Digests;
import news.platform.thirdparty.LocalWeb;
import news.platform.thirdparty.channel.PaymentChannelContract.Sent;
import tools.jackson.databind.json.JsonMapper;

/** What of Stripe's API the channel uses: forms in, JSON out, keys of idempotency, events signed. */
final class StripeStandIn implements AutoCloseable {
    static final String KEY = "sk_test_stand_in";
    static final String SECRET = "whsec_stand_in";

    private static final JsonMapper JSON = new JsonMapper();

    private final LocalWeb web = new LocalWeb();
    private final Map<String, byte[]> answered = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Object>> sessions = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> refunds = new LinkedHashMap<>();

    StripeStandIn() {
        web.on("/v1/checkout/sessions", authorized(this::open));
        web.on("/v1/refunds", authorized(this::refund));
        web.on("/v1/balance_transactions", authorized(this::booked));
    }

    URI url() {
        return web.uri("");
    }

    /** Pays the session of this order. */
    void pay(String reference) {
        var session = session(reference);
        session.put("payment_status", "paid");
        session.put("status", "complete");
        session.put("payment_intent", "pi_" + reference);
    }

    /** The event of this order's payment. */
    Sent event(String reference) {
        var session = session(reference);
        var body = json(Map.of(
                "id",
                "evt_" + reference,
                "object",
                "event",
                "created",
                Instant.now().getEpochSecond(),
                "livemode",
                true,
                "type",
                "payment_intent.succeeded",
                "data",
                Map.of(
                        "object",
                        Map.of(
                                "id", "pi_" + reference,
                                "object", "payment_intent",
                                "amount", session.get("amount_total"),
                                "amount_received", session.get("amount_total"),
                                "currency", session.get("currency"),
                                "metadata", Map.of("order_no", reference)))));
        var timestamp = Instant.now().getEpochSecond();
        var mac = HexFormat.of()
                .formatHex(Digests.hmacSha256(SECRET.getBytes(UTF_8), (timestamp + ".").getBytes(UTF_8), body));
        return new Sent(
                Map.of("stripe-signature", "t=" + timestamp + ",v1=" + mac), "application/json; charset=utf-8", body);
    }

    private Map<String, Object> session(String reference) {
        return Objects.requireNonNull(sessions.get("cs_" + reference));
    }

    private void open(HttpExchange exchange) throws IOException {
        var form = form(exchange);
        once(exchange, () -> {
            var reference = text(form, "metadata[order_no]");
            var id = "cs_" + reference;
            var session = new HashMap<String, Object>();
            session.put("id", id);
            session.put("url", url() + "/pay/" + id);
            session.put("status", "open");
            session.put("payment_status", "unpaid");
            session.put("amount_total", Long.parseLong(text(form, "line_items[0][price_data][unit_amount]")));
            session.put("currency", text(form, "line_items[0][price_data][currency]"));
            session.put("created", Instant.now().getEpochSecond());
            sessions.put(id, session);
            web.on("/v1/checkout/sessions/" + id, authorized(asked -> send(asked, 200, json(session))));
            web.on("/v1/checkout/sessions/" + id + "/expire", authorized(asked -> expire(asked, session)));
            return json(session);
        });
    }

    private static void expire(HttpExchange exchange, Map<String, Object> session) throws IOException {
        if (!Objects.equals(session.get("status"), "open")) {
            send(exchange, 400, json(Map.of("error", Map.of("type", "invalid_request_error"))));
            return;
        }
        session.put("status", "expired");
        send(exchange, 200, json(session));
    }

    private void refund(HttpExchange exchange) throws IOException {
        var form = form(exchange);
        var paid = session(text(form, "metadata[order_no]"));
        long amount = Long.parseLong(text(form, "amount"));
        long before = refunds.values().stream()
                .filter(refund -> Objects.equals(refund.get("payment_intent"), form.get("payment_intent")))
                .mapToLong(refund -> (long) Objects.requireNonNull(refund.get("amount")))
                .sum();
        if (!answered.containsKey(key(exchange))
                && before + amount > (long) Objects.requireNonNull(paid.get("amount_total"))) {
            send(exchange, 400, json(Map.of("error", Map.of("code", "charge_already_refunded"))));
            return;
        }
        once(exchange, () -> {
            var refund = Map.<String, Object>of(
                    "id",
                    "re_" + text(form, "metadata[refund_no]"),
                    "payment_intent",
                    text(form, "payment_intent"),
                    "amount",
                    amount,
                    "currency",
                    Objects.requireNonNull(paid.get("currency")),
                    "status",
                    "succeeded",
                    "metadata",
                    Map.of("refund_no", text(form, "metadata[refund_no]")));
            refunds.put(text(form, "metadata[refund_no]"), refund);
            return json(refund);
        });
    }

    /** All there is in two pages, whatever day is asked for, as long as it is today. */
    private void booked(HttpExchange exchange) throws IOException {
        var query = query(exchange.getRequestURI().getRawQuery());
        long now = Instant.now().getEpochSecond();
        var rows = new ArrayList<Map<String, Object>>();
        if (Long.parseLong(text(query, "created[gte]")) <= now && now < Long.parseLong(text(query, "created[lt]"))) {
            sessions.forEach((id, session) -> {
                var reference = id.substring(3);
                rows.add(row(
                        "charge",
                        Map.of(
                                "id", "ch_" + reference,
                                "payment_intent", "pi_" + reference,
                                "amount", Objects.requireNonNull(session.get("amount_total")),
                                "currency", Objects.requireNonNull(session.get("currency")),
                                "metadata", Map.of("order_no", reference))));
            });
            refunds.forEach((reference, refund) -> rows.add(row("refund", refund)));
            rows.add(Map.of("id", "txn_fee", "type", "stripe_fee", "created", now));
        }
        int from = rows.stream().map(row -> row.get("id")).toList().indexOf(query.get("starting_after")) + 1;
        var page = rows.subList(from, Math.min(from + 1, rows.size()));
        send(exchange, 200, json(Map.of("data", page, "has_more", from + 1 < rows.size())));
    }

    private static Map<String, Object> row(String type, Map<String, Object> source) {
        return Map.of(
                "id",
                "txn_" + source.get("id"),
                "type",
                type,
                "created",
                Instant.now().getEpochSecond(),
                "source",
                source);
    }

    /** What was answered under a key is answered again. */
    private void once(HttpExchange exchange, Supplier<byte[]> making) throws IOException {
        send(exchange, 200, answered.computeIfAbsent(key(exchange), _ -> making.get()));
    }

    private static String key(HttpExchange exchange) {
        return exchange.getRequestURI().getPath() + exchange.getRequestHeaders().getFirst("Idempotency-Key");
    }

    private static LocalWeb.Answer authorized(LocalWeb.Answer answer) {
        return exchange -> {
            if (List.of("Bearer " + KEY).equals(exchange.getRequestHeaders().get("Authorization"))) {
                answer.to(exchange);
            } else {
                send(exchange, 401, json(Map.of()));
            }
        };
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        return query(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    }

    private static Map<String, String> query(String text) {
        return Arrays.stream(text.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> URLDecoder.decode(pair[0], UTF_8),
                        pair -> URLDecoder.decode(pair[1], UTF_8),
                        (one, _) -> one));
    }

    private static String text(Map<String, String> form, String name) {
        return Objects.requireNonNull(form.get(name), name);
    }

    private static byte[] json(Object value) {
        return JSON.writeValueAsBytes(value);
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        LocalWeb.send(exchange, status, "application/json", body);
    }

    @Override
    public void close() {
        web.close();
    }
}
