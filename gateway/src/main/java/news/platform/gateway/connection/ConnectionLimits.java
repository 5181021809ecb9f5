package news.platform.gateway.connection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What every connection is held to, and who was not: one for the process. Thread-safe. */
final class ConnectionLimits {

    private final ConnectionProperties properties;
    private final BodyBudget budget;
    private final Counter slowHeaders;
    private final Counter slowBodies;
    private final Counter refusedBodies;

    ConnectionLimits(ConnectionProperties properties, MeterRegistry meters) {
        this.properties = properties;
        this.budget = new BodyBudget(properties.budget());
        this.slowHeaders = slow(meters, "headers");
        this.slowBodies = slow(meters, "body");
        this.refusedBodies = Counter.builder("news.gateway.connection.refused")
                .description("Bodies not read because those under way were too many or too large")
                .register(meters);
        meters.gauge("news.gateway.connection.body.bytes", budget, BodyBudget::held);
    }

    ConnectionProperties properties() {
        return properties;
    }

    BodyBudget budget() {
        return budget;
    }

    Counter slowHeaders() {
        return slowHeaders;
    }

    Counter slowBodies() {
        return slowBodies;
    }

    Counter refusedBodies() {
        return refusedBodies;
    }

    private static Counter slow(MeterRegistry meters, String part) {
        return Counter.builder("news.gateway.connection.slow")
                .description("Connections closed because a request took too long to arrive")
                .tag("part", part)
                .register(meters);
    }
}
