package news.platform.grpc.client;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When outgoing calls are held back. How many may be under way and how long they may take is each method's policy.
 *
 * @param window how far back a breaker looks, in whole seconds. Default: 10s
 * @param minimumCalls how many calls in the window before a breaker judges. Default: 20
 * @param failureRate the share of failed calls in percent that opens a breaker, 1 to 100. Default: 50
 * @param openTime how long an open breaker refuses before it tries again. Default: 2s
 * @param trialCalls how many calls a breaker that tries again lets through. Default: 5
 * @param retryBudget how many retries a method may spend at once; each success earns a tenth of one, so that retries stay
 *     under a tenth of the load. 0 turns retries off. Default: 10
 * @param reconnectInterval how often a callee that is away is tried again. Default: 500ms
 */
@ConfigurationProperties("news.grpc.client")
record GrpcClientGuardProperties(
        @DefaultValue("10s") Duration window,
        @DefaultValue("20") int minimumCalls,
        @DefaultValue("50") int failureRate,
        @DefaultValue("2s") Duration openTime,
        @DefaultValue("5") int trialCalls,
        @DefaultValue("10") int retryBudget,
        @DefaultValue("500ms") Duration reconnectInterval) {

    GrpcClientGuardProperties {
        require(window.toSeconds() >= 1, "window", window, ">= 1s");
        require(minimumCalls >= 1, "minimum-calls", minimumCalls, ">= 1");
        require(failureRate >= 1 && failureRate <= 100, "failure-rate", failureRate, "1 to 100");
        require(openTime.toMillis() >= 1, "open-time", openTime, "> 0s");
        require(trialCalls >= 1, "trial-calls", trialCalls, ">= 1");
        require(retryBudget >= 0, "retry-budget", retryBudget, ">= 0");
        require(reconnectInterval.toMillis() >= 1, "reconnect-interval", reconnectInterval, "> 0s");
    }

    private static void require(boolean holds, String name, Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "news.grpc.client." + name + ": " + value + " (expected: " + expected + ")");
        }
    }
}
