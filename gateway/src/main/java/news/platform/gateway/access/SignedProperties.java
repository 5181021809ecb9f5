package news.platform.gateway.access;

import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What headers of signatures may say.
 *
 * @param known the values that a header may have, by its lower-case name, e.g. {@code wechatpay-serial}: the numbers of the keys
 *     that the service has; whatever has another one is refused before its body is read. A header that is not named may have any
 */
@ConfigurationProperties("news.gateway.signed")
record SignedProperties(@DefaultValue Map<String, Set<String>> known) {
    SignedProperties {
        known = Map.copyOf(known);
    }
}
