package news.platform.livenews.log;

/**
 * An entry of the log in its place.
 *
 * @param sequence rises from entry to entry, not by one
 */
record Logged(long sequence, LogEntry entry) {}
