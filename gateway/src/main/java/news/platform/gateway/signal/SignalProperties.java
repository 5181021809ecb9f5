package news.platform.gateway.signal;

import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How visitors are told apart.
 *
 * @param key the secret of their digests, the same in all replicas, so that a visitor counts once whichever answers. Default:
 *     empty, which is a new one in each process.
 * @param robots whose user agents have such a text in them are robots. Default: words that crawlers, monitors and previews have
 *     in theirs; nothing tells those who do not say so.
 */
@ConfigurationProperties("news.gateway.signal")
record SignalProperties(
        @DefaultValue("") String key, @DefaultValue(KNOWN) Pattern robots) {
    /** Cubot makes telephones. */
    private static final String KNOWN =
            "(?i)(?<!cu)bot\\b|crawl|spider|slurp|headless|lighthouse|externalhit|pingdom|scrapy";
}
