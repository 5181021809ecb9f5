package news.platform.thirdparty.push;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Apple Push Notification service, for iPhone and iPad.
 *
 * @param key the signing key, PEM as Apple gives it out; a secret; none by default: there is no APNs
 * @param keyId the key's id
 * @param teamId whose key it is
 * @param topic the app's bundle id
 * @param url where it is; default https://api.push.apple.com
 */
@ConfigurationProperties("news.thirdparty.apns")
record ApnsProperties(
        @DefaultValue("") String key,
        @DefaultValue("") String keyId,
        @DefaultValue("") String teamId,
        @DefaultValue("") String topic,
        @DefaultValue("https://api.push.apple.com") URI url) {
    ApnsProperties {
        if (!key.isEmpty() && (keyId.isEmpty() || teamId.isEmpty() || topic.isEmpty())) {
            throw new IllegalArgumentException(
                    "news.thirdparty.apns.key-id, .team-id, .topic: one is missing (expected: all, with a key)");
        }
    }
}
