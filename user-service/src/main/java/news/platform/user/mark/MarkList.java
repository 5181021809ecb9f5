package news.platform.user.mark;

import news.platform.error.DomainException;
import news.platform.user.v1.UserReason;

/** The lists that a user has. */
enum MarkList {
    BOOKMARKS,
    FOLLOWS;

    /** How many marks one may have: lists are read whole by what is made for a user. */
    static final int LIMIT = 10_000;

    DomainException full() {
        return switch (this) {
            case BOOKMARKS ->
                new DomainException(UserReason.BOOKMARKS_FULL, "more than " + LIMIT + " bookmarks, remove one first");
            case FOLLOWS ->
                new DomainException(UserReason.FOLLOWS_FULL, "more than " + LIMIT + " follows, remove one first");
        };
    }
}
