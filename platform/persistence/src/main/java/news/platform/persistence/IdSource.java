package news.platform.persistence;

/**
 * Makes ids: UUIDv7 in lower case, 36 characters. Ids of one process rise strictly in the order in which they were made, as
 * text and as {@code uuid} alike; those of several processes rise with their clocks' milliseconds. Thread-safe.
 */
@FunctionalInterface
public interface IdSource {
    /** The next id; never one that was returned before. */
    String next();
}
