package news.platform.local.measure;

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

    /** Ends the gateway in order. */
    void stopGateway();

    /**
     * Starts the gateway with these properties beside its own and waits until it is ready; none puts it back as it was.
     *
     * @param aotCache whether it may use its AOT cache
     */
    void startGateway(Map<String, String> properties, boolean aotCache);

    /** Starts the gateway anew with these properties beside its own; none puts it back as it was. */
    default void restartGateway(Map<String, String> properties) {
        stopGateway();
        startGateway(properties, true);
    }

    /** A fresh access token of a reader. */
    default String token() {
        return token("reader");
    }

    /** A fresh access token of a demo account. */
    String token(String user);
}
