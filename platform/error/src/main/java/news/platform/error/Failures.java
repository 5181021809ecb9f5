package news.platform.error;

import java.util.Objects;

/** What went wrong, briefly. */
public final class Failures {
    private static final int MAX_REASON = 500;

    private Failures() {}

    /** The innermost cause. */
    public static Throwable root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = Objects.requireNonNull(cause.getCause());
        }
        return cause;
    }

    /** The innermost cause in one line. */
    public static String reason(Throwable failure) {
        String text = root(failure).toString().replaceAll("\\s+", " ");
        return text.length() <= MAX_REASON ? text : text.substring(0, MAX_REASON);
    }
}
