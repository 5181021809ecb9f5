package news.platform.market.alert;

/** What a price does. */
enum Condition {
    /** It is the threshold or more. */
    ABOVE,
    /** It is the threshold or less. */
    BELOW,
    /** It is by so many percent away from the lowest or highest price within a window. */
    CHANGE
}
