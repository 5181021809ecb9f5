package news.platform.user.account;

import java.text.Normalizer;
import java.util.Locale;

/** Comparing addresses: of two that differ only in case or in Unicode composition, one can be registered. */
public final class EmailAddress {
    private EmailAddress() {}

    /** What is compared instead of the address. Computed here, as the database's lower() depends on its locale. */
    public static String key(String email) {
        return Normalizer.normalize(email.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }
}
