package news.platform.work.task;

import java.util.concurrent.Semaphore;

/** Where a handler waits until the test lets it go on. */
final class Gate {
    private final Semaphore arrived = new Semaphore(0);
    private final Semaphore open = new Semaphore(0);

    /** The handler's. */
    void pass() {
        arrived.release();
        try {
            open.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The test's: until a handler is there. */
    void awaitArrival() {
        arrived.acquireUninterruptibly();
    }

    /** Lets that many go on. */
    void let(int handlers) {
        open.release(handlers);
    }
}
