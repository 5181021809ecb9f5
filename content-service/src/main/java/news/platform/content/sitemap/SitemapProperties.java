package news.platform.content.sitemap;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How large sitemaps are.
 *
 * @param maxAddresses of one sitemap, 1 to 50,000, which is the protocol's bound; default 25,000: some 3 MB, which the edge
 *     keeps in memory as long as it is asked for
 */
@ConfigurationProperties("news.content.sitemap")
record SitemapProperties(@DefaultValue("25000") int maxAddresses) {
    private static final int PROTOCOL = 50_000;

    SitemapProperties {
        if (maxAddresses < 1 || maxAddresses > PROTOCOL) {
            throw new IllegalArgumentException(
                    "news.content.sitemap.max-addresses: " + maxAddresses + " (expected: 1 to 50000)");
        }
    }
}
