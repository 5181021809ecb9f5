package news.platform.thirdparty.item;

/** What became of an item. */
public enum Taken {
    /** It is new. */
    CREATED,
    /** It is a new version of a known one. */
    UPDATED,
    /** It is known already. */
    DUPLICATE,
    /** A later version is known already. */
    STALE_VERSION
}
