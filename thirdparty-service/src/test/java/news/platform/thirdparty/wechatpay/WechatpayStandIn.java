package news.platform.thirdparty.wechatpay;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import news.platform.security.Digests;
import news.platform.thirdparty.LocalWeb;
import news.platform.thirdparty.channel.PaymentChannelContract.Sent;
import news.platform.thirdparty.channel.wire.Rsa;
import news.platform.thirdparty.channel.wire.RsaKeys;
import news.platform.thirdparty.wechatpay.WechatpayProperties.PlatformKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What of WeChat Pay's API the channel uses: requests verified, answers and notifications signed, what they tell sealed, bills as text. */
final class WechatpayStandIn implements AutoCloseable {
    static final String SERIAL = "PUB_KEY_ID_0000000000000001";
    static final String API_KEY = "0123456789abcdef0123456789abcdef";
    static final String MERCHANT = "1900000001";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern FIELD = Pattern.compile("(\\w+)=\"([^\"]*)\"");
    private static final String TIME =
            Instant.now().atOffset(WechatpayChannel.CHINA).withNano(0).toString();

    private final LocalWeb web = new LocalWeb();
    private final Map<String, Long> orders = new LinkedHashMap<>();
    private final List<String> paid = new ArrayList<>();
    private final Set<String> closed = new HashSet<>();
    private final Map<String, JsonNode> refunds = new LinkedHashMap<>();

    WechatpayStandIn() {
        web.on("/v3/pay/transactions/native", verified(this::open));
        web.on("/v3/refund/domestic/refunds", verified(this::refund));
        web.on("/v3/bill/tradebill", verified(this::bill));
    }

    WechatpayProperties properties() {
        return properties(web.uri(""));
    }

    static WechatpayProperties properties(URI url) {
        return new WechatpayProperties(
                MERCHANT,
                "wx0000000000000001",
                "5B19D95034EC981248CEF287C38171C68ED2562A",
                RsaKeys.ours(),
                List.of("a former key, thirty-two letters", API_KEY),
                List.of(new PlatformKey(SERIAL, RsaKeys.channel())),
                "https://news.example/api/v1/webhooks/payments/wechatpay",
                url);
    }

    void pay(String reference) {
        paid.add(reference);
    }

    /** The notification of this order's payment. */
    Sent notification(String reference) {
        var body = JSON.writeValueAsBytes(Map.of(
                "id", UUID.randomUUID().toString(),
                "event_type", "TRANSACTION.SUCCESS",
                "resource",
                        Map.of(
                                "algorithm", "AEAD_AES_256_GCM",
                                "nonce", "J59PJOMKE57F",
                                "associated_data", "transaction",
                                "ciphertext", sealed(JSON.writeValueAsBytes(transaction(reference))))));
        return new Sent(signed(body), "application/json", body);
    }

    private Map<String, Object> transaction(String reference) {
        var transaction = new LinkedHashMap<String, Object>();
        transaction.put("mchid", MERCHANT);
        transaction.put("appid", "wx0000000000000001");
        transaction.put("out_trade_no", reference);
        transaction.put("amount", Map.of("total", Objects.requireNonNull(orders.get(reference)), "currency", "CNY"));
        transaction.put("trade_state", state(reference));
        if (paid.contains(reference)) {
            transaction.put("transaction_id", "42" + reference);
            transaction.put("success_time", TIME);
        }
        return transaction;
    }

    private String state(String reference) {
        if (paid.contains(reference)) {
            return "SUCCESS";
        }
        return closed.contains(reference) ? "CLOSED" : "NOTPAY";
    }

    private void open(HttpExchange exchange, byte[] body) throws IOException {
        var order = JSON.readTree(body);
        var reference = order.path("out_trade_no").asString();
        orders.put(reference, order.path("amount").path("total").asLong());
        web.on(
                "/v3/pay/transactions/out-trade-no/" + reference,
                verified((asked, _) -> answer(asked, 200, JSON.writeValueAsBytes(transaction(reference)))));
        web.on(
                "/v3/pay/transactions/out-trade-no/" + reference + "/close",
                verified((asked, _) -> close(asked, reference)));
        answer(exchange, 200, JSON.writeValueAsBytes(Map.of("code_url", "weixin://wxpay/bizpayurl?pr=" + reference)));
    }

    private void close(HttpExchange exchange, String reference) throws IOException {
        if (paid.contains(reference)) {
            answer(exchange, 400, JSON.writeValueAsBytes(Map.of("code", "ORDER_PAID")));
        } else if (!closed.add(reference)) {
            answer(exchange, 400, JSON.writeValueAsBytes(Map.of("code", "ORDER_CLOSED")));
        } else {
            answer(exchange, 204, new byte[0]);
        }
    }

    private void refund(HttpExchange exchange, byte[] body) throws IOException {
        var asked = JSON.readTree(body);
        var reference = asked.path("out_refund_no").asString();
        long before = refunds.values().stream()
                .filter(refund -> refund.path("transaction_id").equals(asked.path("transaction_id")))
                .mapToLong(refund -> refund.path("amount").path("refund").asLong())
                .sum();
        if (!refunds.containsKey(reference)
                && before + asked.path("amount").path("refund").asLong()
                        > asked.path("amount").path("total").asLong()) {
            answer(exchange, 400, JSON.writeValueAsBytes(Map.of("code", "INVALID_REQUEST")));
            return;
        }
        refunds.putIfAbsent(reference, asked);
        answer(
                exchange,
                200,
                JSON.writeValueAsBytes(Map.of(
                        "out_refund_no",
                        reference,
                        "refund_id",
                        "50" + reference,
                        "status",
                        "SUCCESS",
                        "amount",
                        asked.path("amount"))));
    }

    private void bill(HttpExchange exchange, byte[] body) throws IOException {
        var day = LocalDate.parse(exchange.getRequestURI().getQuery().replaceAll(".*bill_date=([0-9-]+).*", "$1"));
        if (!day.equals(LocalDate.now(WechatpayChannel.CHINA))) {
            answer(exchange, 400, JSON.writeValueAsBytes(Map.of("code", "NO_STATEMENT_EXIST")));
            return;
        }
        var file = ("\uFEFF交易时间,微信订单号,商户订单号,交易状态,微信退款单号,商户退款单号,申请退款金额,订单金额\n" + rows() + "总交易单数,应结订单总金额\n`2,`39.98\n")
                .getBytes(UTF_8);
        web.body("/billdownload/file", "text/plain", file);
        answer(
                exchange,
                200,
                JSON.writeValueAsBytes(Map.of(
                        "hash_type", "SHA1",
                        "hash_value", HexFormat.of().formatHex(Digests.sha1(file)),
                        "download_url", web.uri("/billdownload/file?token=t").toString())));
    }

    private String rows() {
        var time = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
                .format(Instant.now().atOffset(WechatpayChannel.CHINA));
        var rows = new StringBuilder();
        paid.forEach(reference -> rows.append("`%s,`42%s,`%s,`SUCCESS,`0,`0,`0.00,`%s\n"
                .formatted(time, reference, reference, yuan(Objects.requireNonNull(orders.get(reference))))));
        refunds.forEach((reference, refund) -> rows.append("`%s,`%s,`x,`REFUND,`50%s,`%s,`%s,`0.00\n"
                .formatted(
                        time,
                        refund.path("transaction_id").asString(),
                        reference,
                        reference,
                        yuan(refund.path("amount").path("refund").asLong()))));
        return rows.toString();
    }

    private static String yuan(long fen) {
        return "%d.%02d".formatted(fen / 100, fen % 100);
    }

    /** Answers a request that the merchant signed. */
    private interface Answering {
        void to(HttpExchange exchange, byte[] body) throws IOException;
    }

    private static LocalWeb.Answer verified(Answering answering) {
        return exchange -> {
            var body = exchange.getRequestBody().readAllBytes();
            if (isOurs(exchange, body)) {
                answering.to(exchange, body);
            } else {
                answer(exchange, 401, JSON.writeValueAsBytes(Map.of("code", "SIGN_ERROR")));
            }
        };
    }

    private static boolean isOurs(HttpExchange exchange, byte[] body) {
        var values = new LinkedHashMap<String, String>();
        FIELD.matcher(exchange.getRequestHeaders().getFirst("Authorization"))
                .results()
                .forEach(field -> values.put(field.group(1), field.group(2)));
        var text = PlatformKeys.lines(
                body,
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                Objects.requireNonNull(values.get("timestamp")),
                Objects.requireNonNull(values.get("nonce_str")));
        return Rsa.verifies(RsaKeys.OURS.getPublic(), text, Objects.requireNonNull(values.get("signature")));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        signed(body).forEach(exchange.getResponseHeaders()::set);
        LocalWeb.send(exchange, status, "application/json", body);
    }

    private static Map<String, String> signed(byte[] body) {
        var timestamp = Long.toString(Clock.systemUTC().instant().getEpochSecond());
        var nonce = UUID.randomUUID().toString();
        return Map.of(
                "wechatpay-timestamp", timestamp,
                "wechatpay-nonce", nonce,
                "wechatpay-serial", SERIAL,
                "wechatpay-signature",
                        Rsa.sign(RsaKeys.CHANNEL.getPrivate(), PlatformKeys.lines(body, timestamp, nonce)));
    }

    private static String sealed(byte[] text) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(API_KEY.getBytes(UTF_8), "AES"),
                    new GCMParameterSpec(128, "J59PJOMKE57F".getBytes(UTF_8)));
            cipher.updateAAD("transaction".getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(cipher.doFinal(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        web.close();
    }
}
