package news.platform.notification.email;

import java.time.Instant;

/**
 * One story for one address.
 *
 * @param id by what it is known wherever it goes
 * @param address where
 * @param link the page that it leads to; empty where there is none
 * @param expireTime when nobody wants it any more
 * @param unsubscribeUrl what ends further ones
 */
record Email(
        String id, String address, String title, String body, String link, Instant expireTime, String unsubscribeUrl) {
    /** Without the address, which is personal. */
    @Override
    public String toString() {
        return "Email[" + id + "]";
    }
}
