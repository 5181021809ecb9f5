package news.platform.thirdparty.alipay;

import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/** Alipay's page for computers: the payer's browser posts a form that was signed here. */
final class AlipayChannel implements PaymentChannel {
    private static final String SUCCESS = "10000";
    private static final Set<String> AGAIN = Set.of("ACQ.SYSTEM_ERROR", "isp.unknow-error", "aop.unknow-error");

    private final AlipayProperties properties;
    private final AlipayKeys keys;
    private final AlipayApi api;

    AlipayChannel(AlipayProperties properties, AlipayKeys keys, AlipayApi api) {
        this.properties = properties;
        this.keys = keys;
        this.api = api;
    }

    @Override
    public String name() {
        return "alipay";
    }

    @Override
    public boolean takes(Amount amount) {
        return Yuan.isYuan(amount);
    }

    /** Alipay hears of it when the payer's browser posts the form. */
    @Override
    public Asked ask(ChargeRequest request) {
        var form = api.request(
                "alipay.trade.page.pay",
                Map.of(
                        "out_trade_no", request.reference(),
                        "product_code", "FAST_INSTANT_TRADE_PAY",
                        "subject", request.description(),
                        "time_expire",
                                AlipayApi.TIME.format(request.expireTime().atOffset(AlipayApi.CHINA)),
                        "total_amount", request.amount().major().toPlainString()));
        return new Asked.Open("", new NextAction(NextAction.Type.FORM, properties.url() + "?charset=utf-8", form));
    }

    @Override
    public Told find(ChargeKey charge) throws IOException {
        var trade = api.call("alipay.trade.query", Map.of("out_trade_no", charge.reference()));
        if (!trade.text("/code").equals(SUCCESS)) {
            requireKnown(trade);
            // whoever has not opened the page has no trade
            return new Told("", charge.reference(), Optional.empty(), new Fact.Nothing());
        }
        return new Told(
                "",
                charge.reference(),
                Optional.of(Yuan.of(trade.text("/total_amount"))),
                fact(trade.text("/trade_status"), trade.text("/trade_no"), trade.textOr("/send_pay_date", "")));
    }

    /** A page that nobody has opened yet has no trade that could be closed: it is open until its time is over. */
    @Override
    public Told close(ChargeKey charge) throws IOException {
        var answer = api.call("alipay.trade.close", Map.of("out_trade_no", charge.reference()));
        if (answer.text("/code").equals(SUCCESS)) {
            return new Told("", charge.reference(), Optional.empty(), new Fact.Closed());
        }
        requireKnown(answer);
        return find(charge);
    }

    @Override
    public Fact refund(RefundRequest request) throws IOException {
        var answer = api.call(
                "alipay.trade.refund",
                Map.of(
                        "trade_no", request.transactionId(),
                        "out_request_no", request.reference(),
                        "refund_amount", request.amount().major().toPlainString()));
        if (!answer.text("/code").equals(SUCCESS)) {
            requireKnown(answer);
            return new Fact.RefundFailed(request.reference(), "", answer.textOr("/sub_code", ""));
        }
        boolean moved = answer.textOr("/fund_change", "").equals("Y") || isRefunded(request);
        return moved
                ? new Fact.Refunded(request.reference(), "", request.amount())
                : new Fact.RefundPending(request.reference(), "");
    }

    private boolean isRefunded(RefundRequest request) throws IOException {
        var refund = api.call(
                "alipay.trade.fastpay.refund.query",
                Map.of("trade_no", request.transactionId(), "out_request_no", request.reference()));
        return refund.textOr("/refund_status", "").equals("REFUND_SUCCESS");
    }

    @Override
    public Optional<Statement> statement(LocalDate day) throws IOException {
        var bill = api.call(
                "alipay.data.dataservice.bill.downloadurl.query",
                Map.of("bill_type", "trade", "bill_date", day.toString()));
        if (!bill.text("/code").equals(SUCCESS)) {
            requireKnown(bill);
            return Optional.empty();
        }
        return Optional.of(AlipayBill.read(day, api.file(URI.create(bill.text("/bill_download_url")))));
    }

    @Override
    public void verify(RawCallback callback) throws CallbackRefusedException {
        keys.verify(AlipayForm.of(callback.body(), callback.contentType()));
    }

    @Override
    public Told read(RawCallback callback) throws CallbackRefusedException {
        var form = AlipayForm.of(callback.body(), callback.contentType());
        if (!form.require("app_id").equals(properties.appId())
                || !form.value("seller_id").orElse(properties.sellerId()).equals(properties.sellerId())) {
            throw new CallbackRefusedException(Refusal.IDENTITY_MISMATCH);
        }
        if (form.value("method").isPresent()) {
            return new Told(form.require("notify_id"), "", Optional.empty(), new Fact.Nothing());
        }
        var reference = form.require("out_trade_no");
        var status = form.require("trade_status");
        try {
            var total = Yuan.of(form.require("total_amount"));
            return new Told(form.require("notify_id"), reference, Optional.of(total), fact(form, status));
        } catch (MalformedBodyException _) {
            throw new CallbackRefusedException(Refusal.MALFORMED_BODY);
        }
    }

    /** A notification of a refund has the status of the trade: only its further parameters tell it apart. */
    private static Fact fact(AlipayForm form, String status) throws CallbackRefusedException, MalformedBodyException {
        var refunded = form.value("refund_fee");
        if (refunded.isPresent() && form.value("gmt_refund").isPresent()) {
            var request = form.value("out_biz_no");
            return request.isPresent()
                    ? new Fact.Refunded(request.get(), "", Yuan.of(refunded.get()))
                    : new Fact.RefundedInAll(Yuan.of(refunded.get()));
        }
        return fact(status, form.require("trade_no"), form.value("gmt_payment").orElse(""));
    }

    private static Fact fact(String status, String trade, String time) throws MalformedBodyException {
        return switch (status) {
            // the second is the first of products that nothing is given back of
            case "TRADE_SUCCESS", "TRADE_FINISHED" -> new Fact.Paid(trade, time(time));
            case "TRADE_CLOSED" -> new Fact.Closed();
            default -> new Fact.Nothing();
        };
    }

    /** Anything but the seven bytes is none to Alipay, whatever the status; a trade that is not as it should be is told again. */
    @Override
    public Acknowledgement acknowledge(Verdict verdict) {
        return switch (verdict) {
            case TAKEN -> new Acknowledgement(200, "text/plain", "success");
            case MISMATCH, REFUSED -> new Acknowledgement(200, "text/plain", "fail");
        };
    }

    /** @throws IOException where asking again may help */
    private static void requireKnown(JsonBody answer) throws IOException {
        var code = answer.textOr("/sub_code", "");
        if (code.isEmpty() || AGAIN.contains(code)) {
            throw new IOException("code " + answer.text("/code") + " " + code);
        }
    }

    private static Instant time(String text) throws MalformedBodyException {
        try {
            return LocalDateTime.parse(text, AlipayApi.TIME).toInstant(AlipayApi.CHINA);
        } catch (DateTimeException _) {
            throw new MalformedBodyException("time of payment");
        }
    }
}
