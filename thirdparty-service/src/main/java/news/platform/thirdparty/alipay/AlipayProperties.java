package news.platform.thirdparty.alipay;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Alipay.
 *
 * @param appId the number of the application; none by default: there is no such channel
 * @param sellerId whose money it is, 2088…
 * @param privateKey the application's key, PKCS#8; a secret
 * @param publicKeys by which Alipay signs, not the application's own; while one is replaced by another, both
 * @param notifyUrl where it sends notifications, without a question
 * @param returnUrl where a payer comes back to
 * @param url where it is; default https://openapi.alipay.com/gateway.do
 */
@ConfigurationProperties("news.thirdparty.alipay")
record AlipayProperties(
        @DefaultValue("") String appId,
        @DefaultValue("") String sellerId,
        @DefaultValue("") String privateKey,
        @DefaultValue List<PublicKey> publicKeys,
        @DefaultValue("") String notifyUrl,
        @DefaultValue("") String returnUrl,

        @DefaultValue("https://openapi.alipay.com/gateway.do")
        URI url) {
    /**
     * By which Alipay signs.
     *
     * @param serial in certificate mode the certificate's number, {@code alipay_cert_sn}; else empty
     * @param key the certificate or the public key
     */
    record PublicKey(@DefaultValue("") String serial, String key) {}

    AlipayProperties {
        publicKeys = List.copyOf(publicKeys);
        if (!appId.isEmpty()
                && (sellerId.isEmpty() || privateKey.isEmpty() || publicKeys.isEmpty() || notifyUrl.isEmpty())) {
            throw new IllegalArgumentException(
                    "news.thirdparty.alipay.seller-id, .private-key, .public-keys, .notify-url: one is missing"
                            + " (expected: all, with an app-id)");
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "AlipayProperties[appId=" + appId + ", sellerId=" + sellerId + ", url=" + url + "]";
    }
}
