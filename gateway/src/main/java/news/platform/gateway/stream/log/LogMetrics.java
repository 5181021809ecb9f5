package news.platform.gateway.stream.log;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/** What one stream is measured by. */
final class LogMetrics {

    private final MeterRegistry meters;
    private final String method;
    private final AtomicInteger clients = new AtomicInteger();
    private final Counter told;

    LogMetrics(MeterRegistry meters, String method, LogStream stream) {
        this.meters = meters;
        this.method = method;
        this.told = Counter.builder("news.gateway.stream.events")
                .description("Events written to clients")
                .tag("method", method)
                .register(meters);
        Gauge.builder("news.gateway.stream.clients", clients, AtomicInteger::get)
                .description("Open streams")
                .tag("method", method)
                .register(meters);
        Gauge.builder("news.gateway.stream.connected", stream, LogStream::connected)
                .description("Whether the call that fills the ring stands")
                .tag("method", method)
                .register(meters);
        Gauge.builder("news.gateway.stream.ring", stream, LogStream::ringBytes)
                .description("What the messages of the ring weigh")
                .baseUnit("bytes")
                .tag("method", method)
                .register(meters);
        Gauge.builder("news.gateway.stream.catchups", stream, LogStream::catchingUp)
                .description("Calls that lead clients into the ring")
                .tag("method", method)
                .register(meters);
    }

    void came() {
        clients.incrementAndGet();
    }

    void told(int events) {
        told.increment(events);
    }

    void left(String reason) {
        clients.decrementAndGet();
        Counter.builder("news.gateway.stream.closed")
                .description("Streams that ended: left, slow, ended (by a reset), old or stopped")
                .tag("method", method)
                .tag("reason", reason)
                .register(meters)
                .increment();
    }
}
