package news.platform.thirdparty.sandbox;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The sandbox.
 *
 * @param url where it is; none by default: there is no such channel. In a production profile there must be none
 * @param secret with which it is asked, and by which it signs; at least 16 characters
 * @param notifyUrl where it sends callbacks
 */
@ConfigurationProperties("news.thirdparty.sandbox")
record SandboxProperties(
        @DefaultValue("") String url,
        @DefaultValue("") String secret,
        @DefaultValue("") String notifyUrl) {
    private static final int MIN_SECRET = 16;

    SandboxProperties {
        if (!url.isEmpty() && (secret.length() < MIN_SECRET || notifyUrl.isEmpty())) {
            throw new IllegalArgumentException(
                    "news.thirdparty.sandbox.secret, .notify-url: missing or too short (expected: with an url both, the secret >= "
                            + MIN_SECRET + " characters)");
        }
    }

    URI resolved(String path) {
        return URI.create(url + path);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "SandboxProperties[url=" + url + ", notifyUrl=" + notifyUrl + "]";
    }
}
