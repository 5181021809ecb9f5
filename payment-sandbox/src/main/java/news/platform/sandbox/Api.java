package news.platform.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What whoever asks for money says to the sandbox. */
final class Api implements SandboxServer.Answering {
    private final Books books;
    private final Telling telling;
    private final byte[] authorization;
    private final URI url;

    Api(Books books, Telling telling, String secret, URI url) {
        this.books = books;
        this.telling = telling;
        this.authorization = ("Bearer " + secret).getBytes(StandardCharsets.UTF_8);
        this.url = url;
    }

    record NewCharge(
            String reference,
            long amountMinor,
            String currency,
            String description,
            String expireTime,
            String notifyUrl) {
        NewCharge {
            if (Stream.of(reference, currency, description, expireTime, notifyUrl)
                            .anyMatch(Objects::isNull)
                    || amountMinor <= 0) {
                throw new IllegalArgumentException(
                        "expected: reference, amountMinor above 0, currency, description, expireTime, notifyUrl");
            }
        }

        SandboxCharge.Order order() {
            try {
                return new SandboxCharge.Order(
                        reference,
                        amountMinor,
                        currency,
                        description,
                        Instant.parse(expireTime),
                        URI.create(notifyUrl));
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("expireTime: " + expireTime + " (expected: RFC 3339)", e);
            }
        }
    }

    record NewRefund(String reference, String chargeReference, long amountMinor) {
        NewRefund {
            if (Stream.of(reference, chargeReference).anyMatch(Objects::isNull) || amountMinor <= 0) {
                throw new IllegalArgumentException("expected: reference, chargeReference, amountMinor above 0");
            }
        }
    }

    record Closing(String reference) {
        Closing {
            if (reference == null) {
                throw new IllegalArgumentException("expected: reference");
            }
        }
    }

    record ShownCharge(
            String reference,
            String state,
            long amountMinor,
            String currency,
            String transactionId,
            @Nullable String time,
            String payUrl) {}

    record ShownRefund(
            String id, String reference, String chargeReference, long amountMinor, String currency, String failure) {}

    record Line(String kind, String reference, String transactionId, long amountMinor, String currency, String time) {}

    @Override
    public void answer(HttpExchange exchange) throws IOException {
        var authorized = exchange.getRequestHeaders().getFirst("Authorization");
        if (authorized == null || !MessageDigest.isEqual(authorization, authorized.getBytes(StandardCharsets.UTF_8))) {
            Exchanges.json(exchange, 401, new Exchanges.Problem("no key"));
            return;
        }
        String path = exchange.getRequestURI().getPath();
        switch (exchange.getRequestMethod() + " " + path.substring(0, path.lastIndexOf('/') + 1)) {
            case "POST /v1/" -> make(exchange);
            case "GET /v1/charges/" -> show(exchange);
            case "GET /v1/statements/" -> statement(exchange);
            default -> Exchanges.json(exchange, 404, new Exchanges.Problem("nothing is here"));
        }
    }

    private void make(HttpExchange exchange) throws IOException {
        switch (Exchanges.last(exchange)) {
            case "charges" -> {
                var order = Exchanges.read(exchange, NewCharge.class).order();
                var charge = books.open(order);
                if (charge.isEmpty()) {
                    Exchanges.json(exchange, 409, new Exchanges.Problem("the reference has another amount"));
                } else {
                    Exchanges.json(exchange, 200, shown(charge.get()));
                }
            }
            case "refunds" -> {
                var asked = Exchanges.read(exchange, NewRefund.class);
                var refunded = books.refund(asked.reference(), asked.chargeReference(), asked.amountMinor());
                if (refunded.fresh()) {
                    books.find(asked.chargeReference()).ifPresent(charge -> telling.refund(charge, refunded.refund()));
                }
                Exchanges.json(exchange, 200, shown(refunded.refund()));
            }
            case "closings" -> close(exchange);
            default -> Exchanges.json(exchange, 404, new Exchanges.Problem("nothing is here"));
        }
    }

    private void close(HttpExchange exchange) throws IOException {
        var charge = books.close(Exchanges.read(exchange, Closing.class).reference());
        if (charge.isEmpty()) {
            Exchanges.json(exchange, 404, new Exchanges.Problem("no such charge"));
            return;
        }
        switch (charge.get().state()) {
            case PAID -> Exchanges.json(exchange, 409, new Exchanges.Problem("already paid"));
            case FAILED -> Exchanges.json(exchange, 409, new Exchanges.Problem("already refused"));
            case CLOSED, PENDING -> Exchanges.json(exchange, 200, shown(charge.get()));
        }
    }

    private void show(HttpExchange exchange) throws IOException {
        var charge = books.find(Exchanges.last(exchange));
        if (charge.isEmpty()) {
            Exchanges.json(exchange, 404, new Exchanges.Problem("no such charge"));
        } else {
            Exchanges.json(exchange, 200, shown(charge.get()));
        }
    }

    private void statement(HttpExchange exchange) throws IOException {
        Exchanges.json(exchange, 200, lines(day(Exchanges.last(exchange))));
    }

    private List<Line> lines(LocalDate day) {
        return Stream.concat(
                        books.charges(day).stream()
                                .map(charge -> new Line(
                                        "CHARGE",
                                        charge.order().reference(),
                                        charge.transactionId(),
                                        charge.order().amountMinor(),
                                        charge.order().currency(),
                                        Objects.requireNonNull(charge.payTime()).toString())),
                        books.refunds(day).stream()
                                .map(refund -> new Line(
                                        "REFUND",
                                        refund.reference(),
                                        refund.id(),
                                        refund.amountMinor(),
                                        refund.currency(),
                                        refund.time().toString())))
                .toList();
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("day: " + text + " (expected: YYYY-MM-DD)", e);
        }
    }

    private ShownCharge shown(SandboxCharge charge) {
        return new ShownCharge(
                charge.order().reference(),
                charge.state().name(),
                charge.order().amountMinor(),
                charge.order().currency(),
                charge.transactionId(),
                charge.payTime() == null ? null : charge.payTime().toString(),
                url + "/pay/" + charge.token());
    }

    private static ShownRefund shown(SandboxRefund refund) {
        return new ShownRefund(
                refund.id(),
                refund.reference(),
                refund.chargeReference(),
                refund.amountMinor(),
                refund.currency(),
                refund.failure());
    }
}
