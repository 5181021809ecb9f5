package news.platform.benchmarks.purchases;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import news.platform.benchmarks.load.Latencies;
import news.platform.benchmarks.load.Tail;
import news.platform.benchmarks.shop.Buyer;
import news.platform.benchmarks.shop.Buyers;
import news.platform.benchmarks.shop.Caller;
import news.platform.benchmarks.shop.Sandbox;
import news.platform.local.console.Complaint;
import news.platform.local.edge.Reply;

/**
 * Purchases that begin at times that do not depend on the answers. Each is an order, a payment of it, and the payer's click; the two answers
 * count from the sending, as one waits for the other. A purchase that finds thousands under way has failed.
 */
final class PurchaseLoad {
    private static final int MOST_UNDER_WAY = 2000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Caller caller;
    private final Sandbox sandbox;
    private final Buyers buyers;
    private final String productId;
    private final AtomicLong serial = new AtomicLong();

    PurchaseLoad(Caller caller, Sandbox sandbox, Buyers buyers, String productId) {
        this.caller = caller;
        this.sandbox = sandbox;
        this.buyers = buyers;
        this.productId = productId;
    }

    /** What was seen. */
    record Seen(Tail orders, Tail payments, long failures) {}

    /** At this rate for so long. */
    Seen run(double rate, int seconds) {
        var orders = new Latencies((int) (rate * seconds) + 1);
        var payments = new Latencies((int) (rate * seconds) + 1);
        var failures = new AtomicLong();
        var underWay = new Semaphore(MOST_UNDER_WAY);
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < rate * seconds; i++) {
                await(begin + (long) (i * 1e9 / rate));
                if (!underWay.tryAcquire()) {
                    failures.incrementAndGet();
                    continue;
                }
                threads.execute(() -> {
                    try {
                        buy(orders, payments);
                    } catch (Complaint _) {
                        failures.incrementAndGet();
                    } finally {
                        underWay.release();
                    }
                });
            }
        }
        return new Seen(orders.tail(seconds), payments.tail(seconds), failures.get());
    }

    private static void await(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void buy(Latencies orders, Latencies payments) {
        var buyer =
                buyers.all().get((int) (serial.getAndIncrement() % buyers.all().size()));
        var items = List.of(Map.of("productId", productId));
        var order = timed(orders, buyer, "/api/v1/orders", Map.of("items", items));
        var body = Map.of("orderId", order.json().path("id").asString(), "channel", "sandbox");
        var payment = timed(payments, buyer, "/api/v1/payments", body);
        if (!sandbox.pay(payment.json().path("nextAction").path("url").asString(""))) {
            throw new Complaint("not paid");
        }
    }

    private Reply timed(Latencies latencies, Buyer buyer, String path, Map<String, ?> body) {
        long begin = System.nanoTime();
        var reply = caller.post(path, body, buyer.token(), UUID.randomUUID().toString());
        long took = System.nanoTime() - begin;
        if (took > PATIENCE.toNanos()) {
            throw new Complaint("too late");
        }
        synchronized (latencies) {
            latencies.answered(took);
        }
        return Caller.ok(reply);
    }
}
