package news.platform.user.code;

import java.time.Instant;

/**
 * A code that was asked for.
 *
 * @param id what its digits are made of
 * @param contact where it goes
 * @param anybody whether it goes there even where no account has the contact
 * @param expireTime until when it is good
 */
record VerificationCode(String id, Contact contact, boolean anybody, Instant expireTime) {
    /** What it was asked for, as its reader is told: who is logged in has a number sent one to have it at their account. */
    String purpose() {
        return anybody && contact.kind() == Contact.Kind.PHONE
                ? "to use this number for an account or to log in by it"
                : "to log in";
    }
}
