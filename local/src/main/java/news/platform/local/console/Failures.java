package news.platform.local.console;

import org.jspecify.annotations.Nullable;

/** Has everything attempted that there is, whatever fails before it. */
public final class Failures {
    private @Nullable Complaint first;

    /** Runs it; remembers its complaint. */
    public void attempt(Runnable action) {
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
    public void report() {
        if (first != null) {
            throw first;
        }
    }
}
