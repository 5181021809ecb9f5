package news.platform.calendar.rule;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The releases that come with the platform.
 *
 * @param enabled whether those of the coming twelve months are added by rules; default false
 */
@ConfigurationProperties("news.calendar.sample")
record SampleProperties(@DefaultValue("false") boolean enabled) {}
