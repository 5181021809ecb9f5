package news.platform.local.up;

import news.platform.local.console.Complaint;
import org.jspecify.annotations.Nullable;

/** Has everything attempted that there is, whatever fails before it. */
final class Failures {
    private @Nullable Complaint first;

    void attempt(Runnable action) {
        try {
            action.run();
        } catch (Complaint e) {
            if (first == null) {
                first = e;
            } else {
                first.addSuppressed(e);
            }
        }
    }

    /** Complains as the first that failed did; the others are suppressed in it. */
    void report() {
        if (first != null) {
            throw first;
        }
    }
}
