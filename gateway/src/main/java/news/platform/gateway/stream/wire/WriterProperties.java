package news.platform.gateway.stream.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How connections are written.
 *
 * @param writers how many threads write
 * @param heartbeat how long nothing is written before the client is shown that its stream lives
 * @param patience how long a socket may take nothing before it is closed
 * @param maxAge how long a connection lives before its client is told to come back, give or take a tenth
 * @param retry after which time a client comes back
 */
public record WriterProperties(int writers, Duration heartbeat, Duration patience, Duration maxAge, Duration retry) {

    long someAgeNanos() {
        long tenth = Math.max(1, maxAge.toNanos() / 10);
        return maxAge.toNanos() + ThreadLocalRandom.current().nextLong(-tenth, tenth + 1);
    }

    /** To one of many who are sent away together. */
    ByteBuffer comeBack() {
        return ByteBuffer.wrap(Sse.retry(retry, 1 / 3.0, 5 / 3.0).getBytes(StandardCharsets.US_ASCII));
    }
}
