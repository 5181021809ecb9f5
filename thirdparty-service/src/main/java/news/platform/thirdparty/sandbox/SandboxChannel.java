package news.platform.thirdparty.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import news.platform.security.Digests;
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
import news.platform.thirdparty.channel.wire.ChannelHttp;
import news.platform.thirdparty.channel.wire.JsonBody;
import news.platform.thirdparty.channel.wire.MalformedBodyException;

/** The sandbox: JSON, callbacks signed by hex HMAC-SHA256 over timestamp, full stop and body, five minutes either way. */
final class SandboxChannel implements PaymentChannel {
    private static final long WINDOW_SECONDS = 300;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final SandboxProperties properties;
    private final ChannelHttp http;
    private final Clock clock;

    SandboxChannel(SandboxProperties properties, ChannelHttp http, Clock clock) {
        this.properties = properties;
        this.http = http;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public boolean takes(Amount amount) {
        return true;
    }

    @Override
    public Asked ask(ChargeRequest request) throws IOException {
        var answer = post(
                "/v1/charges",
                Map.of(
                        "reference", request.reference(),
                        "amountMinor", request.amount().minorUnits(),
                        "currency", request.amount().currency(),
                        "description", request.description(),
                        "expireTime", request.expireTime().toString(),
                        "notifyUrl", properties.notifyUrl()));
        if (answer.statusCode() != OK) {
            return new Asked.Refused("the sandbox refused: status " + answer.statusCode());
        }
        return new Asked.Open("", NextAction.redirect(JsonBody.of(answer.body()).text("/payUrl")));
    }

    @Override
    public Told find(ChargeKey charge) throws IOException {
        var answer = http.exchange(request("/v1/charges/" + charge.reference()).GET());
        if (answer.statusCode() == NOT_FOUND) {
            // it forgets all when it stops
            return new Told("", charge.reference(), Optional.empty(), new Fact.Closed());
        }
        var body = known(answer);
        return new Told("", charge.reference(), Optional.of(amount(body)), fact(body.text("/state"), body));
    }

    @Override
    public Told close(ChargeKey charge) throws IOException {
        var answer = post("/v1/closings", Map.of("reference", charge.reference()));
        if (answer.statusCode() == CONFLICT) {
            return find(charge);
        }
        if (answer.statusCode() != NOT_FOUND) {
            known(answer);
        }
        return new Told("", charge.reference(), Optional.empty(), new Fact.Closed());
    }

    private static Fact fact(String state, JsonBody body) throws MalformedBodyException {
        return switch (state) {
            case "PAID" -> new Fact.Paid(body.text("/transactionId"), time(body.text("/time")));
            case "FAILED" -> new Fact.Failed("the payer refused");
            case "CLOSED" -> new Fact.Closed();
            default -> new Fact.Nothing();
        };
    }

    @Override
    public Fact refund(RefundRequest request) throws IOException {
        var body = known(post(
                "/v1/refunds",
                Map.of(
                        "reference", request.reference(),
                        "chargeReference", request.charge().reference(),
                        "amountMinor", request.amount().minorUnits())));
        var failure = body.textOr("/failure", "");
        return failure.isEmpty()
                ? new Fact.Refunded(body.text("/reference"), body.text("/id"), amount(body))
                : new Fact.RefundFailed(body.text("/reference"), body.text("/id"), failure);
    }

    @Override
    public Optional<Statement> statement(LocalDate day) throws IOException {
        if (!day.isBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))) {
            return Optional.empty();
        }
        var answer = http.statement(request("/v1/statements/" + day).GET());
        if (answer.statusCode() != OK) {
            throw new IOException("status " + answer.statusCode());
        }
        var lines = new ArrayList<Statement.Line>();
        for (var line : JsonBody.list(answer.body())) {
            lines.add(new Statement.Line(
                    line.text("/kind").equals("REFUND"),
                    line.text("/reference"),
                    line.text("/transactionId"),
                    amount(line),
                    time(line.text("/time"))));
        }
        return Optional.of(new Statement(
                day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
                lines));
    }

    @Override
    public void verify(RawCallback callback) throws CallbackRefusedException {
        var timestamp = callback.header("x-sandbox-timestamp");
        var signature = callback.header("x-sandbox-signature");
        if (!timestamp.matches("[0-9]{1,12}")) {
            throw new CallbackRefusedException(Refusal.MALFORMED_HEADER);
        }
        var right = HexFormat.of()
                .formatHex(Digests.hmacSha256(
                        properties.secret().getBytes(UTF_8), (timestamp + ".").getBytes(UTF_8), callback.body()));
        if (!MessageDigest.isEqual(right.getBytes(UTF_8), signature.getBytes(UTF_8))) {
            throw new CallbackRefusedException(Refusal.BAD_SIGNATURE);
        }
        long age = clock.instant().getEpochSecond() - Long.parseLong(timestamp);
        if (Math.abs(age) > WINDOW_SECONDS) {
            throw new CallbackRefusedException(age > 0 ? Refusal.STALE_TIMESTAMP : Refusal.FUTURE_TIMESTAMP);
        }
    }

    @Override
    public Told read(RawCallback callback) throws CallbackRefusedException {
        try {
            var body = JsonBody.of(callback.body());
            return new Told(body.text("/eventId"), body.text("/reference"), Optional.of(amount(body)), told(body));
        } catch (MalformedBodyException _) {
            throw new CallbackRefusedException(Refusal.MALFORMED_BODY);
        }
    }

    private static Fact told(JsonBody body) throws MalformedBodyException {
        return switch (body.text("/type")) {
            case "charge.paid" -> new Fact.Paid(body.text("/transactionId"), time(body.text("/time")));
            case "charge.failed" -> new Fact.Failed(body.textOr("/failure", ""));
            case "refund.succeeded" ->
                new Fact.Refunded(
                        body.text("/refund/reference"),
                        body.text("/refund/id"),
                        new Amount(body.whole("/refund/amountMinor"), body.text("/currency")));
            case "refund.failed" ->
                new Fact.RefundFailed(
                        body.text("/refund/reference"), body.text("/refund/id"), body.textOr("/failure", ""));
            default -> new Fact.Nothing();
        };
    }

    @Override
    public Acknowledgement acknowledge(Verdict verdict) {
        return switch (verdict) {
            case TAKEN, MISMATCH -> new Acknowledgement(OK, "application/json", "{\"code\":\"SUCCESS\"}");
            case REFUSED -> new Acknowledgement(401, "application/json", "{\"code\":\"FAIL\"}");
        };
    }

    private HttpResponse<byte[]> post(String path, Map<String, ?> body) throws IOException {
        return http.exchange(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JsonBody.bytes(body))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(properties.resolved(path))
                .header("Authorization", "Bearer " + properties.secret());
    }

    private static JsonBody known(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() != OK) {
            throw new IOException("status " + answer.statusCode());
        }
        return JsonBody.of(answer.body());
    }

    private static Amount amount(JsonBody body) throws MalformedBodyException {
        return new Amount(body.whole("/amountMinor"), body.text("/currency"));
    }

    private static Instant time(String text) throws MalformedBodyException {
        try {
            return Instant.parse(text);
        } catch (DateTimeException _) {
            throw new MalformedBodyException("time");
        }
    }
}
