package news.platform.local.process;

import java.time.Duration;

/** Waiting before the next try. */
public final class Pause {
    private Pause() {}

    /** Waits, shorter where the thread is interrupted, which it then stays. */
    public static void of(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
