package news.platform.thirdparty.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * One message to one address.
 *
 * @param id never another one's
 * @param title one line
 * @param body plain text, may be empty
 * @param link where it leads, may be empty
 * @param expireTime when nobody wants it any more; empty: never
 * @param unsubscribeUrl of an e-mail, what ends further ones by a POST; may be empty
 * @param urgent whether it goes before others, and lights up a device
 * @param collapseId of several pushes with the same one a device shows the last alone; may be empty
 */
public record Message(
        String id,
        Address address,
        String title,
        String body,
        String link,
        Optional<Instant> expireTime,
        String unsubscribeUrl,
        boolean urgent,
        String collapseId) {
    boolean isExpired(Instant now) {
        return expireTime.filter(time -> !time.isAfter(now)).isPresent();
    }
}
