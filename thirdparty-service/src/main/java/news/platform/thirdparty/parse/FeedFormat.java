package news.platform.thirdparty.parse;

/** What a feed is written in. */
public enum FeedFormat {
    /** RSS 0.9 to 2.0. */
    RSS,
    /** Atom 0.3 or 1.0. */
    ATOM,
    /** JSON Feed 1.0 or 1.1. */
    JSON_FEED
}
