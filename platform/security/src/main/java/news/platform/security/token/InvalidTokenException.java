package news.platform.security.token;

/** The token is not one of ours, or not any more. The message is fit to be shown and says nothing about the keys. */
public final class InvalidTokenException extends RuntimeException {
    /** Refuses a token; {@code message} is shown to the caller. */
    public InvalidTokenException(String message) {
        super(message, null, false, false);
    }
}
