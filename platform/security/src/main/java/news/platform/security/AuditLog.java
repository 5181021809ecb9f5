package news.platform.security;

import io.grpc.Context;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * The security log: one line of the logger {@code audit} for each event, as key-value pairs named as in the Elastic Common
 * Schema ({@code event.action}, {@code event.outcome}, {@code event.reason}, {@code user.id}, {@code session.id},
 * {@code user.target.id}, {@code source.block}, and {@code audit.*} for details), and the counter {@code
 * news.audit.events} by action and result. Of an address it keeps the block: /24 of IPv4, /48 of IPv6. Write an event when
 * what it tells is committed. Thread-safe.
 */
public final class AuditLog {
    /** The name of the logger. */
    public static final String LOGGER = "audit";

    private static final Logger log = LoggerFactory.getLogger(LOGGER);
    private static final int IPV4_BITS = 24;
    private static final int IPV6_BITS = 48;

    private final MeterRegistry meters;

    public AuditLog(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Writes and counts the event; who calls and from where comes from the current call. */
    public void record(AuditEvent event) {
        String result = event.result().name().toLowerCase(Locale.ROOT);
        LoggingEventBuilder line = log.atInfo();
        for (var pair : pairs(event, result).entrySet()) {
            line = line.addKeyValue(pair.getKey(), pair.getValue());
        }
        line.log("{} {}", event.action(), result);
        meters.counter("news.audit.events", "action", event.action(), "result", result)
                .increment();
    }

    /** The same, from here, where the current call does not tell it. */
    public void record(AuditEvent event, CallOrigin origin) {
        Context.current().withValue(CallOrigin.KEY, origin).run(() -> record(event));
    }

    private static Map<String, String> pairs(AuditEvent event, String result) {
        var pairs = new LinkedHashMap<String, String>();
        pairs.put("event.action", event.action());
        pairs.put("event.outcome", result);
        pairs.put("event.reason", event.reason().orElse(""));
        pairs.put(
                "user.id",
                event.actorId().or(() -> Callers.current().map(Caller::userId)).orElse(""));
        pairs.put(
                "session.id",
                event.sessionId()
                        .or(() -> Callers.current().map(Caller::sessionId))
                        .orElse(""));
        pairs.put("user.target.id", event.targetId().orElse(""));
        pairs.put("source.block", block().orElse(""));
        new TreeMap<>(event.details()).forEach((name, value) -> pairs.put("audit." + name, value));
        pairs.values().removeIf(String::isEmpty);
        return pairs;
    }

    private static Optional<String> block() {
        return Optional.ofNullable(CallOrigin.KEY.get())
                .flatMap(CallOrigin::address)
                .flatMap(address -> AddressBlock.of(address, IPV4_BITS, IPV6_BITS));
    }
}
