package news.platform.market.instrument;

/** What an instrument is. */
public enum Kind {
    /** A share of a company. */
    SHARE,
    /** A number for many shares. */
    INDEX,
    /** One currency in another one. */
    CURRENCY,
    /** Gold, oil, wheat. */
    COMMODITY,
    /** A bond, or its yield. */
    BOND,
    /** A crypto currency. */
    CRYPTO
}
