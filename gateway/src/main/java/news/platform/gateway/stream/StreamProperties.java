package news.platform.gateway.stream;

import java.time.Duration;
import news.platform.gateway.stream.log.LogLimits;
import news.platform.gateway.stream.wire.WriterProperties;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How streams are kept.
 *
 * @param writers threads that write to clients; default: 0, which is half as many as there are processors, the others serve requests
 * @param heartbeat how long a silent stream waits before it shows that it lives; default: 15 s
 * @param retry after which time a client shall come back, give or take a third; default: 3 s
 * @param patience how long a client's connection may take nothing before it is closed, and how long those who catch up may
 *     leave a page before they are reset; default: 10 s
 * @param maxAge how long a stream lives before its client is told to come back, which spreads clients anew; default: 30 min
 * @param ring how many of the last messages a stream keeps for clients that come back; default: 4,096
 * @param ringSize what these messages may weigh, above it fewer are kept; default: 16 MB
 * @param lookBack how far back the ring of a gateway that starts reaches, if it holds so many; default: 10 min
 * @param catchUps calls at once for clients that were away for longer; default: 16
 * @param flush how long changes of a stream in mode latest are gathered before clients are told; default: 250 ms
 * @param max streams at once, fewer than the server's connections, so that other readers find one; above it 503; default: 12,000
 * @param maxPerUser above it 429; default: 8
 * @param maxPerAddress above it 429; default: 512
 */
@ConfigurationProperties("news.gateway.stream")
record StreamProperties(
        @DefaultValue("0") int writers,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("3s") Duration retry,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("30m") Duration maxAge,
        @DefaultValue("4096") int ring,
        @DefaultValue("16MB") DataSize ringSize,
        @DefaultValue("10m") Duration lookBack,
        @DefaultValue("16") int catchUps,
        @DefaultValue("250ms") Duration flush,
        @DefaultValue("12000") int max,
        @DefaultValue("8") int maxPerUser,
        @DefaultValue("512") int maxPerAddress) {

    StreamProperties {
        require(writers >= 0, "writers", writers, ">= 0");
        require(heartbeat.toMillis() >= 1, "heartbeat", heartbeat, "> 0s");
        require(retry.toMillis() >= 1, "retry", retry, "> 0s");
        require(patience.toMillis() >= 1, "patience", patience, "> 0s");
        require(maxAge.toMillis() >= 1, "max-age", maxAge, "> 0s");
        require(ring >= 1, "ring", ring, ">= 1");
        require(ringSize.toBytes() >= 1, "ring-size", ringSize, "> 0B");
        require(!lookBack.isNegative(), "look-back", lookBack, ">= 0s");
        require(catchUps >= 1, "catch-ups", catchUps, ">= 1");
        require(!flush.isNegative(), "flush", flush, ">= 0s");
        require(max >= 1 && maxPerUser >= 1 && maxPerAddress >= 1, "max, max-per-user, max-per-address", max, ">= 1");
    }

    WriterProperties writing() {
        int threads = writers == 0 ? Math.max(1, Runtime.getRuntime().availableProcessors() / 2) : writers;
        return new WriterProperties(threads, heartbeat, patience, maxAge, retry);
    }

    LogLimits logs() {
        return new LogLimits(ring, ringSize.toBytes(), lookBack, catchUps, patience);
    }

    private static void require(boolean holds, String name, Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "news.gateway.stream." + name + ": " + value + " (expected: " + expected + ")");
        }
    }
}
