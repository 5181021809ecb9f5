package news.platform.security;

/** How much of what is paid for somebody may see, as far as that is the same for all of their kind. */
public enum EntitlementClass {
    /** Everything. */
    FULL,
    /** The preview of what is paid for, everything else whole. */
    PREVIEW,
    /** Something of it, which only the service that has it can tell. */
    PERSONAL
}
