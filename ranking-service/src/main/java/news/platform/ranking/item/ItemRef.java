package news.platform.ranking.item;

/**
 * Names what is ranked.
 *
 * @param type in the plural, as in a path: {@code articles}, {@code lives}
 * @param id of that type; opaque
 */
public record ItemRef(String type, String id) {
    /** The type of articles. */
    public static final String ARTICLES = "articles";
    /** The type of lives. */
    public static final String LIVES = "lives";

    /** An article. */
    public static ItemRef article(String id) {
        return new ItemRef(ARTICLES, id);
    }

    /** A live. */
    public static ItemRef live(String id) {
        return new ItemRef(LIVES, id);
    }

    /** As one text, {@code articles/0198…}; types have no slash. */
    @Override
    public String toString() {
        return type + "/" + id;
    }
}
