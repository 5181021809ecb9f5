package news.platform.comment.targets;

/**
 * What can be commented on.
 *
 * @param type in the plural, as in a path: {@code articles}, {@code lives}
 * @param id of that type; opaque
 */
public record Target(String type, String id) {
    static final String ARTICLES = "articles";
    static final String LIVES = "lives";

    /** Read from its one text. */
    public static Target of(String text) {
        int slash = text.indexOf('/');
        return new Target(text.substring(0, slash), text.substring(slash + 1));
    }

    /** An article. */
    public static Target article(String id) {
        return new Target(ARTICLES, id);
    }

    static Target live(String id) {
        return new Target(LIVES, id);
    }

    /** As one text, {@code articles/0198…}; types have no slash. */
    @Override
    public String toString() {
        return type + "/" + id;
    }
}
