package news.platform.gateway.connection;

import java.util.concurrent.atomic.AtomicLong;

/** What the bodies of all requests under way weigh together, never more than a limit. Thread-safe, no locks. */
final class BodyBudget {

    private final long limit;
    private final AtomicLong held = new AtomicLong();

    BodyBudget(long limit) {
        this.limit = limit;
    }

    /** Takes so many bytes, or nothing and says false. */
    boolean take(long bytes) {
        if (held.addAndGet(bytes) <= limit) {
            return true;
        }
        held.addAndGet(-bytes);
        return false;
    }

    void giveBack(long bytes) {
        held.addAndGet(-bytes);
    }

    long held() {
        return held.get();
    }
}
