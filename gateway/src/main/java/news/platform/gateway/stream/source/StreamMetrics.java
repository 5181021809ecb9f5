package news.platform.gateway.stream.source;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;

/** What one stream is measured by. Thread-safe. */
public final class StreamMetrics {

    private final MeterRegistry meters;
    private final String method;
    private final AtomicInteger clients = new AtomicInteger();
    private final Counter told;

    public StreamMetrics(MeterRegistry meters, String method, KeptCall call) {
        this.meters = meters;
        this.method = method;
        this.told = Counter.builder("news.gateway.stream.events")
                .description("Events written to clients")
                .tag("method", method)
                .register(meters);
        gauge("news.gateway.stream.clients", "Open streams", clients, AtomicInteger::get);
        gauge(
                "news.gateway.stream.connected",
                "Whether the call to the service stands",
                call,
                kept -> kept.isAnswering() ? 1 : 0);
    }

    /** Something more to be seen. */
    public <T> void gauge(String name, String description, T of, ToDoubleFunction<T> value) {
        Gauge.builder(name, of, value)
                .description(description)
                .tag("method", method)
                .register(meters);
    }

    /** A client has come. */
    public void came() {
        clients.incrementAndGet();
    }

    /** A client was told so many events. */
    public void told(int events) {
        told.increment(events);
    }

    /** A client has left, for this reason. */
    public void left(String reason) {
        clients.decrementAndGet();
        Counter.builder("news.gateway.stream.closed")
                .description("Streams that ended: left, slow, ended (by the stream itself), old or stopped")
                .tag("method", method)
                .tag("reason", reason)
                .register(meters)
                .increment();
    }
}
