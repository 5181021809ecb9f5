package news.platform.error;

/**
 * One field that is wrong.
 *
 * @param field path in lowerCamelCase as in the JSON of the request, e.g. {@code article.channelIds[2]}
 * @param message what is wrong with it, fit to be shown to the caller
 */
public record FieldViolation(String field, String message) {}
