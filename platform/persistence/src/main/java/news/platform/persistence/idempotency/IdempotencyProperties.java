package news.platform.persistence.idempotency;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How requests are known again.
 *
 * @param retention how long an answer is repeated for its Idempotency-Key. Default: 24 h.
 */
@ConfigurationProperties("news.persistence.idempotency")
record IdempotencyProperties(@DefaultValue("24h") Duration retention) {}
