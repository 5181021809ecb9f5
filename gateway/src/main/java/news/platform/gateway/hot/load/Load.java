package news.platform.gateway.hot.load;

import news.platform.gateway.hot.memory.HotEntry;
import news.platform.gateway.hot.memory.PurgeLog.Verdict;

/**
 * What a call brought.
 *
 * @param entry the answer, kept or not
 * @param kind what it is good for
 * @param verdict how it stands to the purges since the call began
 */
public record Load(HotEntry entry, Kind kind, Verdict verdict) {

    /** Whom an answer is good for. */
    public enum Kind {
        /** For everybody who asks the same. */
        SHARED,
        /** For the one who asked alone. */
        PRIVATE,
        /** The callee failed: whoever has an older answer may use it. */
        FAILURE
    }
}
