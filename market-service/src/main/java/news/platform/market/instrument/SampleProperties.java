package news.platform.market.instrument;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The instruments that come with the platform, all made up.
 *
 * @param enabled whether they are listed at the start; default false
 */
@ConfigurationProperties("news.market.sample")
record SampleProperties(@DefaultValue("false") boolean enabled) {}
