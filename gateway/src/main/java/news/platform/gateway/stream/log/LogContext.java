package news.platform.gateway.stream.log;

import com.google.protobuf.Message;
import io.grpc.Channel;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import news.platform.gateway.contract.Method;

/**
 * What streams in mode log need of the gateway.
 *
 * @param callees the way to the service that has a method
 * @param json how data is written
 * @param news run when clients may have something to read
 */
public record LogContext(
        Function<Method, Channel> callees,
        Function<Message, byte[]> json,
        Runnable news,
        Limits limits,
        Clock clock,
        MeterRegistry meters) {

    /**
     * @param messages what a ring holds at most
     * @param bytes what the messages of a ring weigh at most
     * @param lookBack how far the first call of a stream looks back
     * @param catchUps calls at once that lead clients into a ring that does not reach back to them
     */
    public record Limits(int messages, long bytes, Duration lookBack, int catchUps) {

        Ring ring() {
            return new Ring(messages, bytes);
        }
    }

    /** Positions are times, unless more happens in a moment than it has milliseconds. */
    long lookBack() {
        return clock.millis() - limits.lookBack().toMillis();
    }
}
