package news.platform.thirdparty.fetch;

/** Why there is no body. */
public enum FetchFailure {
    /** Not an http or https address that could be asked. */
    BAD_ADDRESS,
    /** A status that is no success. */
    HTTP_STATUS,
    /** Its host says that it is gone for good (410). */
    GONE,
    /** The address, or one it leads to, is not on the public internet. */
    FORBIDDEN_ADDRESS,
    /** The name has no address. */
    UNKNOWN_HOST,
    /** Nobody answers there. */
    UNREACHABLE,
    /** No trustworthy connection. */
    TLS_FAILED,
    /** It took too long. */
    TIMEOUT,
    /** More bytes than are accepted. */
    TOO_LARGE,
    /** A redirect without a usable target, or too many. */
    BAD_REDIRECT,
    /** Not HTTP as it should be. */
    BAD_RESPONSE
}
