package news.platform.thirdparty.alipay;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import news.platform.thirdparty.LocalWeb;
import news.platform.thirdparty.alipay.AlipayProperties.PublicKey;
import news.platform.thirdparty.channel.CallbackRefusedException;
import news.platform.thirdparty.channel.PaymentChannelContract.Sent;
import news.platform.thirdparty.channel.wire.Rsa;
import news.platform.thirdparty.channel.wire.RsaKeys;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What of Alipay's gateway the channel uses: forms verified, answers and notifications signed, bills zipped in GBK. */
final class AlipayStandIn implements AutoCloseable {
    static final String APP = "2021000000000009";
    static final String SELLER = "2088000000000009";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Charset GBK = Charset.forName("GBK");
    private static final String TIME = AlipayApi.TIME.format(Instant.now().atOffset(AlipayApi.CHINA));

    private final LocalWeb web = new LocalWeb();
    private final Map<String, String> trades = new LinkedHashMap<>();
    private final List<String> paid = new ArrayList<>();
    private final Set<String> closed = new HashSet<>();
    private final Map<String, JsonNode> refunds = new LinkedHashMap<>();

    AlipayStandIn() {
        web.on("/gateway.do", this::take);
    }

    AlipayProperties properties() {
        return properties(web.uri("/gateway.do"));
    }

    static AlipayProperties properties(URI url) {
        return new AlipayProperties(
                APP,
                SELLER,
                RsaKeys.ours(),
                List.of(
                        new PublicKey("", RsaKeys.pem(RsaKeys.OURS.getPublic(), "PUBLIC KEY")),
                        new PublicKey("", RsaKeys.channel())),
                "https://news.example/api/v1/webhooks/payments/alipay",
                "https://news.example/paid",
                url);
    }

    /** The payer's browser posted this form, and the payer paid. */
    void pay(Map<String, String> form) {
        paid.add(visit(form));
    }

    /** The payer's browser posted this form; the order's reference. */
    String visit(Map<String, String> form) {
        var signed = new AlipayForm(UTF_8, new TreeMap<>(form))
                .signed(field -> field.getKey().equals("sign"));
        if (!Rsa.verifies(RsaKeys.OURS.getPublic(), signed, Objects.requireNonNull(form.get("sign")))) {
            throw new IllegalArgumentException("not signed");
        }
        var content = JSON.readTree(Objects.requireNonNull(form.get("biz_content")));
        trades.put(
                content.path("out_trade_no").asString(),
                content.path("total_amount").asString());
        return content.path("out_trade_no").asString();
    }

    /** The notification of this order's payment, text that is not ASCII among it. */
    Sent notification(String reference) {
        var fields = new TreeMap<String, String>();
        fields.put("app_id", APP);
        fields.put("seller_id", SELLER);
        fields.put("notify_id", UUID.randomUUID().toString());
        fields.put("charset", "GBK");
        fields.put("subject", "年度会员 & more");
        fields.put("out_trade_no", reference);
        fields.put("trade_no", "20" + reference);
        fields.put("trade_status", "TRADE_SUCCESS");
        fields.put("total_amount", Objects.requireNonNull(trades.get(reference)));
        fields.put("gmt_payment", TIME);
        var text = new AlipayForm(GBK, fields).signed(field -> field.getValue().isEmpty());
        fields.put("sign_type", "RSA2");
        fields.put("sign", Rsa.sign(RsaKeys.CHANNEL.getPrivate(), text));
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), GBK))
                .collect(Collectors.joining("&"));
        return new Sent(Map.of(), "application/x-www-form-urlencoded; charset=GBK", body.getBytes(UTF_8));
    }

    private void take(HttpExchange exchange) throws IOException {
        try {
            var form = AlipayForm.of(exchange.getRequestBody().readAllBytes(), "charset=utf-8");
            var method = form.require("method");
            var signed = form.signed(field -> field.getKey().equals("sign"));
            var node = Rsa.verifies(RsaKeys.OURS.getPublic(), signed, form.require("sign"))
                    ? answer(method, JSON.readTree(form.require("biz_content")))
                    : Map.of("code", "40002", "sub_code", "isv.invalid-signature");
            var text = JSON.writeValueAsString(node);
            var sign = Rsa.sign(RsaKeys.CHANNEL.getPrivate(), text.getBytes(UTF_8));
            var body = "{\"" + method.replace('.', '_') + "_response\":" + text + ",\"sign\":\"" + sign + "\"}";
            LocalWeb.send(exchange, 200, "text/html;charset=utf-8", body.getBytes(UTF_8));
        } catch (CallbackRefusedException e) {
            throw new IOException(e);
        }
    }

    private Map<String, ?> answer(String method, JsonNode content) throws IOException {
        return switch (method) {
            case "alipay.trade.query" -> query(content.path("out_trade_no").asString());
            case "alipay.trade.close" -> close(content.path("out_trade_no").asString());
            case "alipay.trade.refund" -> refund(content);
            case "alipay.trade.fastpay.refund.query" -> Map.of("code", "10000", "refund_status", "REFUND_SUCCESS");
            default -> bill(LocalDate.parse(content.path("bill_date").asString()));
        };
    }

    private Map<String, ?> query(String reference) {
        var amount = trades.get(reference);
        return amount == null
                ? Map.of("code", "40004", "sub_code", "ACQ.TRADE_NOT_EXIST")
                : Map.of(
                        "code",
                        "10000",
                        "out_trade_no",
                        reference,
                        "trade_no",
                        "20" + reference,
                        "trade_status",
                        state(reference),
                        "total_amount",
                        amount,
                        "send_pay_date",
                        TIME);
    }

    private String state(String reference) {
        if (paid.contains(reference)) {
            return "TRADE_SUCCESS";
        }
        return closed.contains(reference) ? "TRADE_CLOSED" : "WAIT_BUYER_PAY";
    }

    private Map<String, ?> close(String reference) {
        if (!trades.containsKey(reference)) {
            return Map.of("code", "40004", "sub_code", "ACQ.TRADE_NOT_EXIST");
        }
        if (paid.contains(reference) || !closed.add(reference)) {
            return Map.of("code", "40004", "sub_code", "ACQ.TRADE_STATUS_ERROR");
        }
        return Map.of("code", "10000", "out_trade_no", reference);
    }

    private Map<String, ?> refund(JsonNode asked) {
        var reference = asked.path("out_request_no").asString();
        boolean again = refunds.containsKey(reference);
        var sum = refunds.values().stream()
                .filter(refund -> refund.path("trade_no").equals(asked.path("trade_no")))
                .map(refund -> new BigDecimal(refund.path("refund_amount").asString()))
                .reduce(new BigDecimal(asked.path("refund_amount").asString()), BigDecimal::add);
        var total = new BigDecimal(Objects.requireNonNull(
                trades.get(asked.path("trade_no").asString().substring(2))));
        if (!again && sum.compareTo(total) > 0) {
            return Map.of("code", "40004", "sub_code", "ACQ.REFUND_AMT_NOT_EQUAL_TOTAL");
        }
        refunds.putIfAbsent(reference, asked);
        return Map.of("code", "10000", "fund_change", again ? "N" : "Y");
    }

    private Map<String, ?> bill(LocalDate day) throws IOException {
        if (!day.equals(LocalDate.now(AlipayApi.CHINA))) {
            return Map.of("code", "40004", "sub_code", "isp.bill_not_exist");
        }
        var rows = new StringBuilder("#支付宝业务明细查询\n支付宝交易号,商户订单号,业务类型,完成时间,订单金额（元）,退款批次号/请求号\n");
        paid.forEach(reference -> rows.append("20%s\t,%s\t,交易,%s,%s,\n"
                .formatted(reference, reference, TIME, Objects.requireNonNull(trades.get(reference)))));
        refunds.forEach((reference, refund) -> rows.append("%s\t,x\t,退款,%s,-%s,%s\n"
                .formatted(
                        refund.path("trade_no").asString(),
                        TIME,
                        refund.path("refund_amount").asString(),
                        reference)));
        rows.append("#导出时间\n");
        var file = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(file, GBK)) {
            zip.putNextEntry(new ZipEntry("业务明细(汇总).csv"));
            zip.write("#sums".getBytes(GBK));
            zip.putNextEntry(new ZipEntry("业务明细.csv"));
            zip.write(rows.toString().getBytes(GBK));
        }
        web.body("/bill.zip", "application/zip", file.toByteArray());
        return Map.of("code", "10000", "bill_download_url", web.uri("/bill.zip").toString());
    }

    @Override
    public void close() {
        web.close();
    }
}
