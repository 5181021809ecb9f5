package news.platform.local.ingest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The headers by which a partner proves who pushes: an HMAC over time and raw body. */
final class Signature {
    private static final String ALGORITHM = "HmacSHA256";

    private final String partner;
    private final String secret;
    private final Clock clock;

    Signature(String partner, String secret, Clock clock) {
        this.partner = partner;
        this.secret = secret;
        this.clock = clock;
    }

    Map<String, String> headers(String body) {
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        return Map.of(
                "X-Partner-Id", partner,
                "X-Partner-Timestamp", timestamp,
                "X-Partner-Signature", hmac(timestamp + "." + body));
    }

    private String hmac(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
