package news.platform.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import news.platform.sandbox.Faults.Mode;
import news.platform.sandbox.SandboxServer.Answering;

/** Has things go wrong on purpose, and shows everything. Thread-safe. */
final class Control implements AutoCloseable {
    private final Books books;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile Faults faults = Faults.NONE;

    Control(Books books) {
        this.books = books;
    }

    record Forgery(String reference) {}

    record Forged(String how, int status) {}

    record Repeated(int callbacks) {}

    record Shown(Collection<SandboxCharge> charges, Collection<SandboxRefund> refunds) {}

    Faults faults() {
        return faults;
    }

    void handle(HttpExchange exchange, Callbacks callbacks) throws IOException {
        switch (exchange.getRequestMethod() + " " + Exchanges.last(exchange)) {
            case "GET faults" -> Exchanges.json(exchange, 200, faults);
            case "PUT faults" -> {
                order(Exchanges.read(exchange, Faults.class));
                Exchanges.json(exchange, 200, faults);
            }
            case "POST repeat" -> Exchanges.json(exchange, 200, new Repeated(callbacks.repeatAll()));
            case "POST forge" -> {
                var charge = books.find(Exchanges.read(exchange, Forgery.class).reference());
                if (charge.isEmpty()) {
                    Exchanges.json(exchange, 404, new Exchanges.Problem("no such charge"));
                } else {
                    Exchanges.json(exchange, 200, forged(callbacks, charge.get()));
                }
            }
            case "GET books" -> Exchanges.json(exchange, 200, new Shown(books.charges(), books.refunds()));
            default -> Exchanges.json(exchange, 404, new Exchanges.Problem("nothing is here"));
        }
    }

    private static List<Forged> forged(Callbacks callbacks, SandboxCharge charge) throws IOException {
        var message = Telling.forged(charge, charge.order().amountMinor());
        var cheaper = Telling.forged(charge, 1);
        var now = callbacks.timestamp();
        return List.of(
                new Forged(
                        "signed by another key",
                        callbacks.post(message, now, Signature.of("not the key", now, message.body()))),
                new Forged("signed long ago", callbacks.post(message, "1", callbacks.signature("1", message))),
                new Forged("not signed", callbacks.post(message, "", "")),
                new Forged("altered since", callbacks.post(cheaper, now, callbacks.signature(now, message))));
    }

    /** The same, as the faults have it. */
    Answering disturbed(Answering answering) {
        return exchange -> {
            var now = faults;
            switch (now.mode()) {
                case NORMAL -> answering.answer(exchange);
                case FAILING -> Exchanges.json(exchange, 503, new Exchanges.Problem("failing on purpose"));
                case SLOW -> {
                    await(Mode.SLOW, now.slowMillis());
                    answering.answer(exchange);
                }
                case FROZEN -> await(Mode.FROZEN, TimeUnit.HOURS.toMillis(1));
            }
        };
    }

    private void order(Faults ordered) {
        lock.lock();
        try {
            faults = ordered;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for so long, or until it is not so any more. */
    private void await(Mode mode, long millis) throws IOException {
        lock.lock();
        try {
            long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
            while (faults.mode() == mode && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        order(Faults.NONE);
    }
}
