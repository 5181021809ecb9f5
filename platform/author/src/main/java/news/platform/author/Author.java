package news.platform.author;

/**
 * A user as the author of something is shown.
 *
 * @param id the user's id
 * @param displayName empty where it is not known
 * @param avatarUrl empty where there is none
 */
public record Author(String id, String displayName, String avatarUrl) {
    /** Of whom no more than the id is known, or left. */
    public static Author nameless(String id) {
        return new Author(id, "", "");
    }
}
