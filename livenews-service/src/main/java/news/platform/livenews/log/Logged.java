package news.platform.livenews.log;

import java.util.List;

/**
 * An entry of the log in its place, as {@link LogEntry} describes it.
 *
 * @param sequence rises from entry to entry, not by one
 * @param event what happened, in the word of the table
 * @param takesBack the sequences of entries that it has removed
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares entries
record Logged(
        long sequence,
        String event,
        byte[] live,
        List<String> channelIds,
        int importance,
        List<String> symbols,
        List<Long> takesBack) {}
