package news.platform.payment.charge;

import java.util.Map;

/**
 * What a payer has to do.
 *
 * @param url to be opened or shown
 * @param params what goes with it, by name
 */
public record NextAction(Type type, String url, Map<String, String> params) {
    /** How a payer acts. */
    public enum Type {
        /** Opens the address in a browser. */
        REDIRECT,
        /** Scans the address, shown as a code. */
        QR_CODE,
        /** Has a browser post the parameters to the address, as a form. */
        FORM
    }

    public NextAction {
        params = Map.copyOf(params);
    }
}
