package news.platform.thirdparty.fetch;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a fetch may cost, and where it may go.
 *
 * @param connectTimeout how long one connection attempt may take (3 s)
 * @param totalTimeout how long a fetch may take altogether, name look-up, redirects and body included (10 s)
 * @param maxBody the largest body, as sent and as decompressed (5 MB)
 * @param maxRedirects how many redirects are followed (5)
 * @param userAgent how we introduce ourselves
 * @param allowedPrivateHosts exceptions from the refusal of private addresses: {@code host:port} or a CIDR; none by
 *     default, and none belongs into production
 */
@ConfigurationProperties("news.thirdparty.fetch")
public record FetchProperties(
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("10s") Duration totalTimeout,
        @DefaultValue("5MB") DataSize maxBody,
        @DefaultValue("5") int maxRedirects,
        @DefaultValue("news-platform/0.1 (feed reader)") String userAgent,
        @DefaultValue List<String> allowedPrivateHosts) {
    public FetchProperties {
        if (!connectTimeout.isPositive() || !totalTimeout.isPositive() || maxBody.toBytes() <= 0 || maxRedirects < 0) {
            throw new IllegalArgumentException(
                    "news.thirdparty.fetch: timeouts and max-body must be positive, max-redirects not negative");
        }
        allowedPrivateHosts = List.copyOf(allowedPrivateHosts);
    }
}
