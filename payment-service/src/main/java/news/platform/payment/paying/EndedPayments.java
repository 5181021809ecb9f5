package news.platform.payment.paying;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.springframework.stereotype.Component;

/** Who waits in this replica for the end of which payment. Thread-safe. */
@Component
final class EndedPayments {
    private final ConcurrentMap<String, List<CountDownLatch>> waiting = new ConcurrentHashMap<>();

    /** Opens when the payment has ended, or perhaps has; to be given back by {@link #leave}. */
    CountDownLatch enter(String paymentId) {
        var latch = new CountDownLatch(1);
        waiting.compute(paymentId, (_, latches) -> {
            var all = latches == null ? new CopyOnWriteArrayList<CountDownLatch>() : latches;
            all.add(latch);
            return all;
        });
        return latch;
    }

    void leave(String paymentId, CountDownLatch latch) {
        waiting.computeIfPresent(paymentId, (_, latches) -> {
            latches.remove(latch);
            return latches.isEmpty() ? null : latches;
        });
    }

    /** This one has. */
    void ended(String paymentId) {
        waiting.getOrDefault(paymentId, List.of()).forEach(CountDownLatch::countDown);
    }

    /** Any may have. */
    void look() {
        waiting.values().forEach(latches -> latches.forEach(CountDownLatch::countDown));
    }
}
