package news.platform.thirdparty.stripe;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Stripe.
 *
 * @param secretKey with which it is asked; a secret. None by default: there is no such channel
 * @param webhookSecrets by which it signs events, whole, {@code whsec_} included; secrets. While one is replaced by another, both
 * @param returnUrl where a payer comes back to
 * @param live whether its events are about real money; events of the other mode are refused; default true
 * @param url where it is; default https://api.stripe.com
 */
@ConfigurationProperties("news.thirdparty.stripe")
record StripeProperties(
        @DefaultValue("") String secretKey,
        @DefaultValue List<String> webhookSecrets,
        @DefaultValue("") String returnUrl,
        @DefaultValue("true") boolean live,
        @DefaultValue("https://api.stripe.com") URI url) {
    StripeProperties {
        webhookSecrets = List.copyOf(webhookSecrets);
        if (!secretKey.isEmpty() && (webhookSecrets.isEmpty() || returnUrl.isEmpty())) {
            throw new IllegalArgumentException(
                    "news.thirdparty.stripe.webhook-secrets, .return-url: missing (expected: both, with a secret-key)");
        }
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "StripeProperties[url=" + url + ", live=" + live + "]";
    }
}
