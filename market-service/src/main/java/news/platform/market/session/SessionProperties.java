package news.platform.market.session;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * When exchanges trade.
 *
 * @param calendars the file with their hours and holidays, in the form of the one that is shipped; default that one
 */
@ConfigurationProperties("news.market.session")
record SessionProperties(
        @DefaultValue("classpath:sessions.json") Resource calendars) {}
