package news.platform.thirdparty.sms;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Text messages by Alibaba Cloud's SMS.
 *
 * @param keyId the id of the access key; none by default: there are no text messages
 * @param keySecret the access key; a secret
 * @param signature who signs the messages, as registered there
 * @param template the code of the registered template, with one variable, {@code text}
 * @param url where it is; default https://dysmsapi.aliyuncs.com
 */
@ConfigurationProperties("news.thirdparty.sms")
record SmsProperties(
        @DefaultValue("") String keyId,
        @DefaultValue("") String keySecret,
        @DefaultValue("") String signature,
        @DefaultValue("") String template,
        @DefaultValue("https://dysmsapi.aliyuncs.com") URI url) {
    SmsProperties {
        if (!keyId.isEmpty() && (keySecret.isEmpty() || signature.isEmpty() || template.isEmpty())) {
            throw new IllegalArgumentException(
                    "news.thirdparty.sms.key-secret, .signature, .template: one is missing (expected: all, with a key-id)");
        }
    }
}
