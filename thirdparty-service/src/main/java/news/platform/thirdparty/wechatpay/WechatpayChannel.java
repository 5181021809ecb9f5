package news.platform.thirdparty.wechatpay;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import news.platform.thirdparty.channel.Acknowledgement;
import news.platform.thirdparty.channel.Acknowledgement.Verdict;
import news.platform.thirdparty.channel.Amount;
import news.platform.thirdparty.channel.Asked;
import news.platform.thirdparty.channel.CallbackRefusedException;
import news.platform.thirdparty.channel.ChargeKey;
import news.platform.thirdparty.channel.ChargeRequest;
import news.platform.thirdparty.channel.Fact;
import news.platform.thirdparty.channel.NextAction;
import news.platform.thirdparty.channel.PaymentChannel;
import news.platform.thirdparty.channel.RawCallback;
import news.platform.thirdparty.channel.RefundRequest;
import news.platform.thirdparty.channel.Refusal;
import news.platform.thirdparty.channel.Statement;
import news.platform.thirdparty.channel.Told;
import news.platform.thirdparty.channel.wire.JsonBody;
import news.platform.thirdparty.channel.wire.MalformedBodyException;
import news.platform.thirdparty.channel.wire.Yuan;

/** WeChat Pay by QR codes (Native): the payer reads the code with the app. Money is counted in fen, which are CNY's smallest units. */
final class WechatpayChannel implements PaymentChannel {
    static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int MAX_DESCRIPTION = 31;

    private final WechatpayProperties properties;
    private final WechatpayApi api;
    private final PlatformKeys keys;

    WechatpayChannel(WechatpayProperties properties, WechatpayApi api, PlatformKeys keys) {
        this.properties = properties;
        this.api = api;
        this.keys = keys;
    }

    @Override
    public String name() {
        return "wechatpay";
    }

    @Override
    public boolean takes(Amount amount) {
        return Yuan.isYuan(amount);
    }

    @Override
    public Asked ask(ChargeRequest request) throws IOException {
        var answer = api.post(
                "/v3/pay/transactions/native",
                Map.of(
                        "appid", properties.appId(),
                        "mchid", properties.merchantId(),
                        "description", shortened(request.description()),
                        "out_trade_no", request.reference(),
                        "time_expire",
                                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                                        request.expireTime().atOffset(CHINA).withNano(0)),
                        "notify_url", properties.notifyUrl(),
                        "amount",
                                Map.of(
                                        "total",
                                        request.amount().minorUnits(),
                                        "currency",
                                        request.amount().currency())));
        if (answer.statusCode() == BAD_REQUEST) {
            return new Asked.Refused("wechatpay refused: " + code(answer));
        }
        return new Asked.Open(
                "", new NextAction(NextAction.Type.QR_CODE, known(answer).text("/code_url"), Map.of()));
    }

    @Override
    public Told find(ChargeKey charge) throws IOException {
        var answer = api.get(
                "/v3/pay/transactions/out-trade-no/" + charge.reference() + "?mchid=" + properties.merchantId());
        if (answer.statusCode() == NOT_FOUND) {
            return new Told("", charge.reference(), Optional.empty(), new Fact.Nothing());
        }
        var transaction = known(answer);
        return new Told("", charge.reference(), total(transaction), transaction(transaction));
    }

    /** One that was paid or closed before, or is not known yet, it does not close, and says how it stands. */
    @Override
    public Told close(ChargeKey charge) throws IOException {
        var answer = api.post(
                "/v3/pay/transactions/out-trade-no/" + charge.reference() + "/close",
                Map.of("mchid", properties.merchantId()));
        return answer.statusCode() == NO_CONTENT
                ? new Told("", charge.reference(), Optional.empty(), new Fact.Closed())
                : find(charge);
    }

    @Override
    public Fact refund(RefundRequest request) throws IOException {
        var answer = api.post(
                "/v3/refund/domestic/refunds",
                Map.of(
                        "transaction_id", request.transactionId(),
                        "out_refund_no", request.reference(),
                        "notify_url", properties.notifyUrl(),
                        "amount",
                                Map.of(
                                        "refund", request.amount().minorUnits(),
                                        "total", request.total().minorUnits(),
                                        "currency", request.amount().currency())));
        if (answer.statusCode() == BAD_REQUEST) {
            return new Fact.RefundFailed(request.reference(), "", code(answer));
        }
        var refund = known(answer);
        return refund(refund, refund.text("/status"));
    }

    @Override
    public Optional<Statement> statement(LocalDate day) throws IOException {
        var answer = api.get("/v3/bill/tradebill?bill_date=" + day + "&bill_type=ALL");
        if (answer.statusCode() == BAD_REQUEST) {
            return Optional.empty();
        }
        var bill = known(answer);
        return Optional.of(
                WechatpayBill.read(day, api.file(URI.create(bill.text("/download_url"))), bill.text("/hash_value")));
    }

    @Override
    public void verify(RawCallback callback) throws CallbackRefusedException {
        keys.verify(callback);
    }

    @Override
    public Told read(RawCallback callback) throws CallbackRefusedException {
        try {
            var notification = JsonBody.of(callback.body());
            var told = JsonBody.of(Resource.of(notification).opened(properties.apiKeys()));
            if (!told.text("/mchid").equals(properties.merchantId())
                    || !told.textOr("/appid", properties.appId()).equals(properties.appId())) {
                throw new CallbackRefusedException(Refusal.IDENTITY_MISMATCH);
            }
            return new Told(
                    notification.text("/id"),
                    told.text("/out_trade_no"),
                    total(told),
                    fact(notification.text("/event_type"), told));
        } catch (MalformedBodyException _) {
            throw new CallbackRefusedException(Refusal.MALFORMED_BODY);
        }
    }

    private static Fact fact(String type, JsonBody told) throws MalformedBodyException {
        if (type.startsWith("TRANSACTION.")) {
            return transaction(told);
        }
        return type.startsWith("REFUND.") ? refund(told, told.text("/refund_status")) : new Fact.Nothing();
    }

    /** A failed attempt leaves it as it was: the payer may try again. */
    private static Fact transaction(JsonBody transaction) throws MalformedBodyException {
        return switch (transaction.text("/trade_state")) {
            // one that was given back was paid before
            case "SUCCESS", "REFUND" ->
                new Fact.Paid(transaction.text("/transaction_id"), time(transaction.text("/success_time")));
            case "CLOSED", "REVOKED" -> new Fact.Closed();
            default -> new Fact.Nothing();
        };
    }

    private static Fact refund(JsonBody refund, String status) throws MalformedBodyException {
        var reference = refund.text("/out_refund_no");
        var id = refund.text("/refund_id");
        return switch (status) {
            case "SUCCESS" -> new Fact.Refunded(reference, id, new Amount(refund.whole("/amount/refund"), Yuan.CNY));
            case "CLOSED", "ABNORMAL" -> new Fact.RefundFailed(reference, id, status);
            default -> new Fact.RefundPending(reference, id);
        };
    }

    /** What was asked for, whatever a coupon paid of it; before anybody paid it may be left out. */
    private static Optional<Amount> total(JsonBody told) throws MalformedBodyException {
        return told.has("/amount/total")
                ? Optional.of(new Amount(told.whole("/amount/total"), told.textOr("/amount/currency", Yuan.CNY)))
                : Optional.empty();
    }

    @Override
    public Acknowledgement acknowledge(Verdict verdict) {
        return switch (verdict) {
            case TAKEN, MISMATCH ->
                new Acknowledgement(OK, "application/json", "{\"code\":\"SUCCESS\",\"message\":\"成功\"}");
            case REFUSED -> new Acknowledgement(401, "application/json", "{\"code\":\"FAIL\",\"message\":\"失败\"}");
        };
    }

    private static JsonBody known(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() != OK) {
            throw new IOException("status " + answer.statusCode());
        }
        return JsonBody.of(answer.body());
    }

    private static String code(HttpResponse<byte[]> answer) throws IOException {
        return JsonBody.of(answer.body()).textOr("/code", "status " + answer.statusCode());
    }

    /** It takes 127 bytes, which is 31 characters of the longest. */
    private static String shortened(String description) {
        int length = description.codePointCount(0, description.length());
        return length <= MAX_DESCRIPTION
                ? description
                : description.substring(0, description.offsetByCodePoints(0, MAX_DESCRIPTION));
    }

    private static Instant time(String text) throws MalformedBodyException {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException _) {
            throw new MalformedBodyException("success_time");
        }
    }
}
