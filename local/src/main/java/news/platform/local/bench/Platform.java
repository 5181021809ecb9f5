package news.platform.local.bench;

import java.util.Map;

/** The running platform, as far as a benchmark touches it. */
public interface Platform {
    /** Limits that stay in place and refuse nobody. */
    Map<String, String> UNLIMITED = Map.of("news.gateway.guard.rate-scale", "1000000");

    /** The gateway's public port. */
    int port();

    /** The gateway's port of metrics. */
    int actuatorPort();

    /** The processes that answer, by part. */
    Map<String, Long> processes();

    /** Starts the gateway anew with these properties beside its own; none puts it back as it was. */
    void restartGateway(Map<String, String> properties);

    /** A fresh access token of a reader. */
    String token();
}
