package news.platform.gateway.stream;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How streams are kept.
 *
 * @param heartbeat how long a silent stream waits before it shows that it lives; default: 15 s
 * @param retry after which time a client shall come back, give or take a third; default: 3 s
 * @param buffer how many messages may wait for a slow client before it is cut off; default: 256
 * @param maxAge how long a stream lives before its client is told to come back, which spreads clients anew; default: 30 min
 */
@ConfigurationProperties("news.gateway.stream")
record StreamProperties(
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("3s") Duration retry,
        @DefaultValue("256") int buffer,
        @DefaultValue("30m") Duration maxAge) {}
