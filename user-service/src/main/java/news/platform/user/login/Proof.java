package news.platform.user.login;

import news.platform.user.code.Contact;

/** By what somebody shows whose account it is. */
public sealed interface Proof {
    /** The address that it is known by. */
    Contact contact();

    /** Whether it shows that an address or number of this kind is theirs, too. */
    default boolean isCodeTo(Contact.Kind kind) {
        return this instanceof Code && contact().kind() == kind;
    }

    /** The account's password. */
    record Password(Contact contact, String password) implements Proof {
        /** Without the password. */
        @Override
        public String toString() {
            return "Password[]";
        }
    }

    /** A code that was sent to the account's address or number. */
    record Code(Contact contact, String code) implements Proof {
        /** Without the code. */
        @Override
        public String toString() {
            return "Code[]";
        }
    }
}
