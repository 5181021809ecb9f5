package news.platform.user.mark;

/**
 * What can be bookmarked or followed.
 *
 * @param type in the plural, as in a path: {@code articles}
 * @param id of that type; opaque
 */
record Target(String type, String id) {
    static Target of(String text) {
        int slash = text.indexOf('/');
        return new Target(text.substring(0, slash), text.substring(slash + 1));
    }

    boolean is(String otherType) {
        return type.equals(otherType);
    }

    /** As one text, {@code articles/0198…}; types have no slash. */
    @Override
    public String toString() {
        return type + "/" + id;
    }
}
