package news.platform.search.index;

import java.util.List;

/**
 * What may be offered of an item.
 *
 * @param key see {@link Item#key}
 * @param title may be empty
 * @param micros when it was published, in microseconds since 1970
 * @param symbols the instruments it is about
 */
public record Headline(String key, String title, long micros, List<String> symbols) {
    /** Its type. */
    public String type() {
        return key.substring(0, key.indexOf('/'));
    }

    /** Its id. */
    public String id() {
        return key.substring(key.indexOf('/') + 1);
    }
}
