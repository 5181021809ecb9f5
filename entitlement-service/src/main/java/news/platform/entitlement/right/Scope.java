package news.platform.entitlement.right;

/**
 * What a right opens.
 *
 * @param type in the plural, as in a path: {@code plans}, {@code articles}
 * @param id of that type; opaque
 */
public record Scope(String type, String id) {
    private static final String PLANS = "plans";

    /** Read from its one text. */
    public static Scope of(String text) {
        int slash = text.indexOf('/');
        return new Scope(text.substring(0, slash), text.substring(slash + 1));
    }

    /** What a plan opens. */
    public static Scope plan(String id) {
        return new Scope(PLANS, id);
    }

    /** Whether it opens what a plan does, and not one article. */
    public boolean isPlan() {
        return type.equals(PLANS);
    }

    /** As one text, {@code plans/premium}; types have no slash. */
    @Override
    public String toString() {
        return type + "/" + id;
    }
}
