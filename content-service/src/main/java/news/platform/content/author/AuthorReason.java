package news.platform.content.author;

import news.platform.error.Kind;
import news.platform.error.Reason;

/** Why an author is refused. */
enum AuthorReason implements Reason {
    /** No user has that id. */
    UNKNOWN_AUTHOR(Kind.INVALID),
    /** Whether a user has that id cannot be told for now. */
    AUTHORS_UNAVAILABLE(Kind.UNAVAILABLE);

    private final Kind kind;

    AuthorReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
