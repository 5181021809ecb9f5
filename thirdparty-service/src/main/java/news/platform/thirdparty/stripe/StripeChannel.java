package news.platform.thirdparty.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
import news.platform.thirdparty.channel.Statement;
import news.platform.thirdparty.channel.Told;
import news.platform.thirdparty.channel.wire.ChannelHttp;
import news.platform.thirdparty.channel.wire.JsonBody;

/** Stripe by checkout sessions: the payer pays on a page of Stripe's. */
final class StripeChannel implements PaymentChannel {
    /** A session is open for half an hour at least, so it is for so long longer than asked; what comes then is late money. */
    private static final Duration LONGER = Duration.ofMinutes(31);

    private static final Duration LONGEST = Duration.ofHours(23);
    private static final Set<Integer> REFUSALS = Set.of(400, 402, 404);
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final String PAGE = "100";

    private final StripeProperties properties;
    private final ChannelHttp http;
    private final Clock clock;

    StripeChannel(StripeProperties properties, ChannelHttp http, Clock clock) {
        this.properties = properties;
        this.http = http;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "stripe";
    }

    @Override
    public boolean takes(Amount amount) {
        return StripeAmounts.canSay(amount);
    }

    @Override
    public Asked ask(ChargeRequest request) throws IOException {
        var form = new LinkedHashMap<String, String>();
        form.put("mode", "payment");
        form.put("client_reference_id", request.reference());
        form.put("metadata[order_no]", request.reference());
        form.put("payment_intent_data[metadata][order_no]", request.reference());
        form.put("line_items[0][quantity]", "1");
        form.put("line_items[0][price_data][currency]", StripeAmounts.currency(request.amount()));
        form.put("line_items[0][price_data][unit_amount]", Long.toString(StripeAmounts.units(request.amount())));
        form.put("line_items[0][price_data][product_data][name]", request.description());
        form.put("success_url", properties.returnUrl());
        form.put("cancel_url", properties.returnUrl());
        if (request.expireTime().isBefore(clock.instant().plus(LONGEST))) {
            form.put(
                    "expires_at",
                    Long.toString(request.expireTime().plus(LONGER).getEpochSecond()));
        }
        var answer = post("/v1/checkout/sessions", form, request.reference());
        if (REFUSALS.contains(answer.statusCode())) {
            return new Asked.Refused("stripe refused: " + code(answer));
        }
        var session = known(answer);
        return new Asked.Open(session.text("/id"), NextAction.redirect(session.text("/url")));
    }

    @Override
    public Told find(ChargeKey charge) throws IOException {
        var session = known(http.exchange(
                request("/v1/checkout/sessions/" + charge.channelChargeId()).GET()));
        var total = StripeAmounts.of(session.whole("/amount_total"), session.text("/currency"));
        var fact =
                switch (session.text("/payment_status") + " " + session.text("/status")) {
                    case "paid complete" ->
                        new Fact.Paid(
                                session.text("/payment_intent"), Instant.ofEpochSecond(session.whole("/created")));
                    case "unpaid complete" -> new Fact.Processing();
                    case "unpaid expired" -> new Fact.Closed();
                    default -> new Fact.Nothing();
                };
        return new Told("", charge.reference(), Optional.of(total), fact);
    }

    /** One that is not open any more cannot be closed, and says how it ended. */
    @Override
    public Told close(ChargeKey charge) throws IOException {
        // under a key of its own each time: what was answered under one, be it an error, is answered again
        var answer = post(
                "/v1/checkout/sessions/" + charge.channelChargeId() + "/expire",
                Map.of(),
                UUID.randomUUID().toString());
        if (answer.statusCode() == BAD_REQUEST) {
            return find(charge);
        }
        known(answer);
        return new Told("", charge.reference(), Optional.empty(), new Fact.Closed());
    }

    @Override
    public Fact refund(RefundRequest request) throws IOException {
        var form = new LinkedHashMap<String, String>();
        form.put("payment_intent", request.transactionId());
        form.put("amount", Long.toString(StripeAmounts.units(request.amount())));
        form.put("metadata[refund_no]", request.reference());
        form.put("metadata[order_no]", request.charge().reference());
        // what was asked for under a key is answered as it was then, so one that is known there is asked for by its id
        var answer = request.channelRefundId().isEmpty()
                ? post("/v1/refunds", form, request.reference())
                : http.exchange(
                        request("/v1/refunds/" + request.channelRefundId()).GET());
        if (answer.statusCode() == BAD_REQUEST) {
            return new Fact.RefundFailed(request.reference(), "", code(answer));
        }
        var refund = known(answer);
        return StripeEvent.refund(
                refund.text("/status"),
                request.reference(),
                refund.text("/id"),
                StripeAmounts.of(refund.whole("/amount"), refund.text("/currency")),
                refund.textOr("/failure_reason", ""));
    }

    @Override
    public Optional<Statement> statement(LocalDate day) throws IOException {
        var start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        var end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        if (end.isAfter(clock.instant())) {
            return Optional.empty();
        }
        var lines = new ArrayList<Statement.Line>();
        var query = "/v1/balance_transactions?limit=" + PAGE + "&expand[]=data.source&created[gte]="
                + start.getEpochSecond() + "&created[lt]=" + end.getEpochSecond();
        var after = "";
        boolean more = true;
        while (more) {
            var page = known(
                    http.statement(request((query + after).replace("[", "%5B").replace("]", "%5D"))
                            .GET()));
            var rows = page.each("/data");
            for (var row : rows) {
                line(row).ifPresent(lines::add);
            }
            more = page.isTrue("/has_more") && !rows.isEmpty();
            after = more ? "&starting_after=" + rows.getLast().text("/id") : "";
        }
        return Optional.of(new Statement(start, end, lines));
    }

    private static Optional<Statement.Line> line(JsonBody row) throws IOException {
        boolean refund = List.of("refund", "payment_refund").contains(row.text("/type"));
        if (!refund && !List.of("charge", "payment").contains(row.text("/type"))) {
            return Optional.empty();
        }
        return Optional.of(new Statement.Line(
                refund,
                row.textOr(refund ? "/source/metadata/refund_no" : "/source/metadata/order_no", row.text("/source/id")),
                refund ? row.text("/source/id") : row.textOr("/source/payment_intent", row.text("/source/id")),
                StripeAmounts.of(row.whole("/source/amount"), row.text("/source/currency")),
                Instant.ofEpochSecond(row.whole("/created"))));
    }

    @Override
    public void verify(RawCallback callback) throws CallbackRefusedException {
        StripeSignature.of(callback.header("stripe-signature"))
                .verify(callback.body(), properties.webhookSecrets(), clock.instant());
    }

    @Override
    public Told read(RawCallback callback) throws CallbackRefusedException {
        return StripeEvent.read(callback.body(), properties.live());
    }

    /** Any 2xx is one to Stripe. */
    @Override
    public Acknowledgement acknowledge(Verdict verdict) {
        return switch (verdict) {
            case TAKEN, MISMATCH -> new Acknowledgement(OK, "application/json", "{\"received\":true}");
            case REFUSED -> new Acknowledgement(BAD_REQUEST, "application/json", "{\"received\":false}");
        };
    }

    private HttpResponse<byte[]> post(String path, Map<String, String> form, String key) throws IOException {
        var body = form.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return http.exchange(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(properties.url().resolve(path))
                .header("Authorization", "Bearer " + properties.secretKey());
    }

    private static JsonBody known(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() != OK) {
            throw new IOException("status " + answer.statusCode());
        }
        return JsonBody.of(answer.body());
    }

    private static String code(HttpResponse<byte[]> answer) throws IOException {
        return JsonBody.of(answer.body()).textOr("/error/code", "status " + answer.statusCode());
    }
}
