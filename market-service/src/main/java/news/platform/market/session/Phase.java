package news.platform.market.session;

/** What an exchange does at a moment. */
public enum Phase {
    /** It trades. */
    OPEN,
    /** The session goes on later the same day. */
    BREAK,
    /** No session is on. */
    CLOSED
}
