package news.platform.gateway.stream.log;

import java.time.Duration;

/**
 * How much of a log the gateway keeps.
 *
 * @param messages what a ring holds at most
 * @param bytes what the messages of a ring weigh at most
 * @param lookBack how far the first call of a stream looks back
 * @param catchUps calls at once that lead clients into a ring that does not reach back to them
 * @param turn how long the clients of such a call may leave what has come before others have their turn
 */
public record LogLimits(int messages, long bytes, Duration lookBack, int catchUps, Duration turn) {

    Ring ring() {
        return new Ring(messages, bytes);
    }

    /** Positions are times, unless more happens in a moment than it has milliseconds. */
    long lookBackFrom(long now) {
        return Math.max(0, now - lookBack.toMillis());
    }
}
