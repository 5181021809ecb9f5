package news.platform.search.opensearch;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An OpenSearch that has the index, for all replicas together.
 *
 * @param url where it answers, for example {@code https://opensearch:9200}; default: none, each replica has an index of its own
 * @param user by whom it is asked; empty: it asks for nobody
 * @param password of the user
 * @param alias what the index is called; the indexes behind it are called {@code <alias>-1} and so on. Default: news-items
 * @param deadline how long it is waited for; default 2 s
 */
@ConfigurationProperties("news.search.opensearch")
record OpenSearchProperties(
        @Nullable URI url,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("news-items") String alias,
        @DefaultValue("2s") Duration deadline) {
    OpenSearchProperties {
        if (!alias.matches("[a-z][a-z0-9-]{0,60}")) {
            throw new IllegalArgumentException(
                    "news.search.opensearch.alias: " + alias + " (expected: small letters, digits and -)");
        }
        if (!deadline.isPositive()) {
            throw new IllegalArgumentException("news.search.opensearch.deadline: " + deadline + " (expected: > 0)");
        }
    }
}
