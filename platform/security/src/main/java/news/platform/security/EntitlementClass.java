package news.platform.security;

/** How much of what is paid for an asker sees. */
public enum EntitlementClass {
    /** Everything. */
    FULL,
    /** The preview of what is paid for, everything else whole. */
    PREVIEW
}
