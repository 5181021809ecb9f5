package news.platform.user.code;

import news.platform.user.account.EmailAddress;

/**
 * Where somebody can be reached.
 *
 * @param address an e-mail address, or a telephone number as {@code +8613800138000}
 */
public record Contact(Kind kind, String address) {
    /** How. */
    public enum Kind {
        EMAIL,
        PHONE
    }

    public static Contact email(String address) {
        return new Contact(Kind.EMAIL, address);
    }

    public static Contact phone(String number) {
        return new Contact(Kind.PHONE, number);
    }

    /** What is compared instead of the address; no number is an address. */
    public String key() {
        return switch (kind) {
            case EMAIL -> EmailAddress.key(address);
            case PHONE -> address;
        };
    }

    /** Without the address, which is personal. */
    @Override
    public String toString() {
        return "Contact[" + kind + "]";
    }
}
