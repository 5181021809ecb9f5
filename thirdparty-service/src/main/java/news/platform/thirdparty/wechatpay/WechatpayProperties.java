package news.platform.thirdparty.wechatpay;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * WeChat Pay.
 *
 * @param merchantId the number of the merchant; none by default: there is no such channel
 * @param appId the app or public account that it belongs to
 * @param merchantSerial the number of the merchant's certificate
 * @param privateKey the merchant's key, PEM; a secret
 * @param apiKeys the APIv3 keys, 32 characters each; secrets. While one is replaced by another, both
 * @param platformKeys by which WeChat Pay signs; while one is replaced by another, both
 * @param notifyUrl where it sends notifications, without a question
 * @param url where it is; default https://api.mch.weixin.qq.com
 */
@ConfigurationProperties("news.thirdparty.wechatpay")
record WechatpayProperties(
        @DefaultValue("") String merchantId,
        @DefaultValue("") String appId,
        @DefaultValue("") String merchantSerial,
        @DefaultValue("") String privateKey,
        @DefaultValue List<String> apiKeys,
        @DefaultValue List<PlatformKey> platformKeys,
        @DefaultValue("") String notifyUrl,
        @DefaultValue("https://api.mch.weixin.qq.com") URI url) {
    private static final int KEY_BYTES = 32;

    /**
     * By which WeChat Pay signs.
     *
     * @param serial the certificate's number, or the id of the public key, {@code PUB_KEY_ID_…}
     * @param key the certificate or the public key, PEM
     */
    record PlatformKey(String serial, String key) {}

    WechatpayProperties {
        apiKeys = List.copyOf(apiKeys);
        platformKeys = List.copyOf(platformKeys);
        if (!merchantId.isEmpty()
                && (appId.isEmpty()
                        || merchantSerial.isEmpty()
                        || privateKey.isEmpty()
                        || apiKeys.isEmpty()
                        || platformKeys.isEmpty()
                        || notifyUrl.isEmpty())) {
            throw new IllegalArgumentException(
                    "news.thirdparty.wechatpay.app-id, .merchant-serial, .private-key, .api-keys, .platform-keys, .notify-url:"
                            + " one is missing (expected: all, with a merchant-id)");
        }
        if (apiKeys.stream().anyMatch(key -> key.getBytes(StandardCharsets.UTF_8).length != KEY_BYTES)) {
            throw new IllegalArgumentException(
                    "news.thirdparty.wechatpay.api-keys: one has another length (expected: " + KEY_BYTES + " bytes)");
        }
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "WechatpayProperties[merchantId=" + merchantId + ", appId=" + appId + ", url=" + url + "]";
    }
}
