package news.platform.content.right;

import java.util.List;
import java.util.Set;
import news.platform.security.Right;

/**
 * What is open to a reader, as far as it concerns one article.
 *
 * @param things {@code everything}, {@code channels/{id}}, {@code articles/{id}}
 */
public record Opening(Set<String> things) {
    /** To who has no rights. */
    public static final Opening NONE = new Opening(Set.of());

    static final Opening FULL = new Opening(Set.of(Right.EVERYTHING));

    private static final String CHANNELS = "channels/";

    /** Whether it is whatever article. */
    public boolean everything() {
        return things.contains(Right.EVERYTHING);
    }

    /** The ids of the channels that are open, with all that lies below them. */
    public List<String> channelIds() {
        return things.stream()
                .filter(thing -> thing.startsWith(CHANNELS))
                .map(thing -> thing.substring(CHANNELS.length()))
                .toList();
    }

    /** As things name an article. */
    public static String article(String id) {
        return "articles/" + id;
    }
}
