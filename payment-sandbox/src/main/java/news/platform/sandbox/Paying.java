package news.platform.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where somebody pays or refuses: a page for people, and for programs a POST, which without a body pays. */
final class Paying implements SandboxServer.Answering {
    private final Books books;
    private final Telling telling;

    Paying(Books books, Telling telling) {
        this.books = books;
        this.telling = telling;
    }

    record Decided(String reference, String state) {}

    @Override
    public void answer(HttpExchange exchange) throws IOException {
        var token = Exchanges.last(exchange);
        var charge = books.byToken(token);
        if (charge.isEmpty()) {
            Exchanges.json(exchange, 404, new Exchanges.Problem("no such charge"));
            return;
        }
        switch (exchange.getRequestMethod()) {
            case "GET" -> Exchanges.html(exchange, 200, PayPage.of(charge.get()));
            case "POST" -> decide(exchange, charge.get().order().reference());
            default -> Exchanges.json(exchange, 405, new Exchanges.Problem("GET or POST"));
        }
    }

    private void decide(HttpExchange exchange, String reference) throws IOException {
        var decision = new String(Exchanges.body(exchange), StandardCharsets.UTF_8);
        var changed =
                switch (decision) {
                    case "", "decision=pay" -> books.pay(reference);
                    case "decision=refuse" -> books.refuse(reference);
                    default -> throw new IllegalArgumentException("expected: decision=pay, decision=refuse or no body");
                };
        changed.ifPresent(telling::charge);
        show(exchange, books.find(reference), decision.equals("decision=refuse"));
    }

    private static void show(HttpExchange exchange, Optional<SandboxCharge> found, boolean refused) throws IOException {
        var charge = found.orElseThrow();
        var wanted = refused ? SandboxCharge.State.FAILED : SandboxCharge.State.PAID;
        int status = charge.state() == wanted ? 200 : 409;
        var accept = exchange.getRequestHeaders().getFirst("Accept");
        if (accept != null && accept.contains("text/html")) {
            Exchanges.html(exchange, status, PayPage.of(charge));
        } else {
            Exchanges.json(
                    exchange,
                    status,
                    new Decided(charge.order().reference(), charge.state().name()));
        }
    }
}
