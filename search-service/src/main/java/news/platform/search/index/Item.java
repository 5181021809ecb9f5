package news.platform.search.index;

import java.time.Instant;
import java.util.List;

/**
 * An article or a live that readers have, or an instrument.
 *
 * @param type in the plural, as in a path: {@code articles}, {@code lives}, {@code instruments}
 * @param id of that type
 * @param version rises with each change
 * @param isWhole whether all that was written is here; else what everybody may read of it
 * @param text what is written
 * @param placing where it belongs
 * @param publishTime when readers first had it
 */
public record Item(
        String type, String id, long version, boolean isWhole, Text text, Placing placing, Instant publishTime) {
    /** The type of articles. */
    public static final String ARTICLES = "articles";

    /** The type of instruments; their ids are their symbols. */
    public static final String INSTRUMENTS = "instruments";

    /** The type of lives. */
    public static final String LIVES = "lives";

    /** One name among items of all types. */
    public String key() {
        return key(type, id);
    }

    /** The name of an item. */
    public static String key(String type, String id) {
        return type + "/" + id;
    }

    /** Rises with each version, and where an incomplete one is completed: the highest is the present one. */
    public long rank() {
        return rank(version, isWhole);
    }

    /** The rank of a version. */
    public static long rank(long version, boolean isWhole) {
        return 2 * version + (isWhole ? 1 : 0);
    }

    /**
     * Plain texts.
     *
     * @param title the headline, may be empty
     * @param summary may be empty
     * @param body what everybody may read
     * @param paid the whole of what not everybody may read: it is found by that and never shown; else empty
     * @param lang BCP 47, empty where it is not known
     */
    public record Text(String title, String summary, String body, String paid, String lang) {}

    /**
     * By what it is found besides its text.
     *
     * @param channels the ids of its channels
     * @param authors ids of users and names of others
     * @param symbols the instruments it is about
     * @param tags free words
     */
    public record Placing(List<String> channels, List<String> authors, List<String> symbols, List<String> tags) {}
}
