package news.platform.thirdparty.channel;

import java.util.Map;

/**
 * What a payer has to do.
 *
 * @param url what is opened or shown
 * @param params of a form: its fields by name
 */
public record NextAction(Type type, String url, Map<String, String> params) {
    public NextAction {
        params = Map.copyOf(params);
    }

    /** The browser goes to the address. */
    public static NextAction redirect(String url) {
        return new NextAction(Type.REDIRECT, url, Map.of());
    }

    /** In which way. */
    public enum Type {
        REDIRECT,
        FORM,
        QR_CODE
    }
}
