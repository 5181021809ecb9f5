package news.platform.notification.device;

import java.util.HexFormat;
import news.platform.security.Digests;

/**
 * A device of a user.
 *
 * @param id as the app calls it; the user's others have other ones
 * @param token by what its network knows it; no other device has it
 */
record Device(String userId, String id, Platform platform, String token) {
    /** What stands for the device where its token is nobody's business. */
    String digest() {
        return HexFormat.of().formatHex(Digests.sha256(token));
    }
}
