package news.platform.grpc.client;

import java.util.concurrent.atomic.AtomicInteger;

/** Retries cost a token, successes earn a tenth of one: a callee that is ill is not asked twice as often. Thread-safe. */
final class RetryBudget {
    private static final int TOKEN = 10;

    private final int full;
    private final AtomicInteger tenths;

    RetryBudget(int tokens) {
        this.full = tokens * TOKEN;
        this.tenths = new AtomicInteger(full);
    }

    /** Spends one token; false when there is none. */
    boolean spend() {
        int left = tenths.get();
        while (left >= TOKEN) {
            if (tenths.compareAndSet(left, left - TOKEN)) {
                return true;
            }
            left = tenths.get();
        }
        return false;
    }

    /** Earns a tenth; the full bucket, the usual case, is only read. */
    void earn() {
        int left = tenths.get();
        if (left < full) {
            tenths.compareAndSet(left, left + 1);
        }
    }
}
