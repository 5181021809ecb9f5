package news.platform.content.author;

/**
 * A user as the byline shows it.
 *
 * @param id the user's id
 * @param displayName empty where it is not known
 * @param avatarUrl empty where there is none
 */
public record Author(String id, String displayName, String avatarUrl) {
    static Author nameless(String id) {
        return new Author(id, "", "");
    }
}
