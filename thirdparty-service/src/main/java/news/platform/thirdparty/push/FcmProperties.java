package news.platform.thirdparty.push;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Firebase Cloud Messaging, for Android and browsers.
 *
 * @param serviceAccount the JSON of the key of a service account that may send, as Google gives it out; a secret; none by default:
 *     there is no FCM
 * @param url where it is; default https://fcm.googleapis.com
 */
@ConfigurationProperties("news.thirdparty.fcm")
record FcmProperties(
        @DefaultValue("") String serviceAccount,
        @DefaultValue("https://fcm.googleapis.com") URI url) {}
