package news.platform.gateway.connection;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a client's connection may take: time to send, and memory for what it sends.
 *
 * @param headersWithin from the first byte of a request to the end of its headers, above it the connection is closed;
 *     default 10 s
 * @param bodyGrace how long the whole body of a request may take at least, and up to a fifth longer, beside the time that
 *     its length takes at the least rate, above it 408; default 10 s
 * @param bodyRate the least rate of a body, a second; default 32 KB
 * @param bodyBudget what the bodies of all requests under way may weigh, each with 32 KB for its thread and buffers, above it
 *     503; default an eighth of the heap
 */
@ConfigurationProperties("news.gateway.connection")
record ConnectionProperties(
        @DefaultValue("10s") Duration headersWithin,
        @DefaultValue("10s") Duration bodyGrace,
        @DefaultValue("32KB") DataSize bodyRate,
        @Nullable DataSize bodyBudget) {

    private static final int SHARE_OF_HEAP = 8;
    private static final int SPREAD = 5;

    ConnectionProperties {
        require(headersWithin.toMillis() > 0, "headers-within", headersWithin, "> 0");
        require(bodyGrace.toMillis() > 0, "body-grace", bodyGrace, "> 0");
        require(bodyRate.toBytes() > 0, "body-rate", bodyRate, "> 0B");
        require(bodyBudget == null || bodyBudget.toBytes() > 0, "body-budget", bodyBudget, "> 0B");
    }

    long budget() {
        return bodyBudget == null ? Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP : bodyBudget.toBytes();
    }

    /** The grace of one body, in nanoseconds: those that came at the same moment are not all refused at the same moment. */
    long someGraceNanos() {
        long least = bodyGrace.toNanos();
        return least + ThreadLocalRandom.current().nextLong(1 + least / SPREAD);
    }

    /** How long so many bytes may take at the least rate, in nanoseconds. */
    long nanosFor(long bytes) {
        return Math.round(1e9 * bytes / bodyRate.toBytes());
    }

    private static void require(boolean holds, String name, @Nullable Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "news.gateway.connection." + name + ": " + value + " (expected: " + expected + ")");
        }
    }
}
