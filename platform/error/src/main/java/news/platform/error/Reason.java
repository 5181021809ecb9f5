package news.platform.error;

/**
 * Why something was refused: the stable contract between a service and its callers, where the text of a message is not.
 * Each service has one enum of reasons; what every service may answer is in {@link PlatformReason}.
 */
public interface Reason {
    /** The reason as callers see it: upper case with underscores, e.g. {@code ARTICLE_NOT_FOUND}. */
    String name();

    /** What sort of refusal it is. */
    Kind kind();
}
