package news.platform.user.code;

import java.time.Instant;

/**
 * What the owner of an account should know, by e-mail.
 *
 * @param id by what it is known wherever it goes
 * @param address where
 * @param title one line
 * @param expireTime when nobody wants it any more
 */
public record Notice(String id, String address, String title, String body, Instant expireTime) {
    /** Without the address, which is personal. */
    @Override
    public String toString() {
        return "Notice[" + id + "]";
    }
}
