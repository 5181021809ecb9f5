package news.platform.journey;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import news.platform.journey.Visitor.Answer;

/** A news agency that pushes ninjs items, each request signed. */
record Partner(Visitor visitor, String secret) {
    static final String ID = "wire";
    static final String NAME = "The Wire";
    static final String CHANNEL = "commodity";
    static final String SECRET = "what the wire signs with";

    private static final String ALGORITHM = "HmacSHA256";

    Partner(Visitor visitor) {
        this(visitor, SECRET);
    }

    /** Somebody who knows its name and not its secret. */
    Partner pretending() {
        return new Partner(visitor, "what others sign with");
    }

    Map<String, ?> item(String uri, int version, String headline) {
        return Map.of(
                "uri",
                uri,
                "version",
                Integer.toString(version),
                "type",
                "text",
                "pubstatus",
                "usable",
                "language",
                "en",
                "headlines",
                List.of(Map.of("role", "main", "value", headline)),
                "bodies",
                List.of(Map.of("role", "main", "contenttype", "text/html", "value", "<p>As was said.</p>")));
    }

    Map<String, ?> withdrawn(String uri, int version) {
        return Map.of("uri", uri, "version", Integer.toString(version), "type", "text", "pubstatus", "canceled");
    }

    Answer push(List<Map<String, ?>> items) {
        var body = Visitor.json(items);
        var timestamp = Long.toString(Instant.now().getEpochSecond());
        return visitor.post(
                "/api/v1/feedItems",
                body,
                Map.of(
                        "x-partner-id", ID,
                        "x-partner-timestamp", timestamp,
                        "x-partner-signature", hmac(timestamp + "." + body)));
    }

    private String hmac(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
