package news.platform.gateway.contract;

/** A path template that is not one; the message names the position. */
public final class TemplateException extends RuntimeException {

    TemplateException(String template, int position, String problem) {
        super("template \"%s\", position %d: %s".formatted(template, position, problem));
    }
}
