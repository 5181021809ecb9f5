package news.platform.gateway.tracing;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** W3C trace context as B3, which can leave the decision on recording open. */
public final class TraceParents {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}.*");

    private TraceParents() {}

    /** The ids, {@code <trace>-<span>}; null where the header is missing or cannot be read. */
    public static @Nullable String ids(@Nullable String traceparent) {
        if (traceparent == null) {
            return null;
        }
        var form = FORM.matcher(traceparent);
        return form.matches() ? form.group(1) + "-" + form.group(2) : null;
    }
}
