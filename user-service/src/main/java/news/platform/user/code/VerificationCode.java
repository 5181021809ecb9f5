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
record VerificationCode(String id, Contact contact, boolean anybody, Instant expireTime) {}
