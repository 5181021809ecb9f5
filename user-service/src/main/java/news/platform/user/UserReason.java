package news.platform.user;

import news.platform.error.Kind;
import news.platform.error.Reason;

/** Why user-service refuses; the names are part of the contract. */
public enum UserReason implements Reason {
    EMAIL_TAKEN(Kind.ALREADY_EXISTS),
    USER_NOT_FOUND(Kind.NOT_FOUND),
    LAST_ADMIN(Kind.CONFLICT),
    BAD_CREDENTIALS(Kind.UNAUTHENTICATED),
    BAD_REFRESH_TOKEN(Kind.UNAUTHENTICATED),
    TOO_MANY_ATTEMPTS(Kind.TOO_MANY),
    SESSION_NOT_FOUND(Kind.NOT_FOUND);

    private final Kind kind;

    UserReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
