package news.platform.thirdparty.item;

/** What items become. */
public enum Target {
    /** Articles: content-service takes them. */
    ARTICLES,
    /** Lives: livenews-service takes them. */
    LIVES
}
