package news.platform.gateway.signal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How visitors are told apart.
 *
 * @param key the secret of their digests, the same in all replicas, so that a visitor counts once whichever answers. Default:
 *     empty, which is a new one in each process.
 */
@ConfigurationProperties("news.gateway.signal")
record SignalProperties(@DefaultValue("") String key) {}
