package news.platform.grpc.client;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what the breakers' and bulkheads' own metrics do not: refusals by reason, and retries. */
final class ClientCallMeters {
    private final MeterRegistry registry;

    ClientCallMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** A call that was not sent. */
    void refused(String method, String reason) {
        Counter.builder("news.grpc.client.refused")
                .description("Calls that the client held back")
                .tag("method", method)
                .tag("reason", reason)
                .register(registry)
                .increment();
    }

    /** A call that was sent again. */
    void retried(String method) {
        Counter.builder("news.grpc.client.retries")
                .description("Calls that were sent again after the connection failed")
                .tag("method", method)
                .register(registry)
                .increment();
    }
}
