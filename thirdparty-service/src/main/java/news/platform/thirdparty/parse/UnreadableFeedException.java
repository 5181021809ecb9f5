package news.platform.thirdparty.parse;

/** What came is no feed, or none that can be read safely; the message says why to a person. */
public final class UnreadableFeedException extends Exception {
    UnreadableFeedException(String message) {
        super(message);
    }

    UnreadableFeedException(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
