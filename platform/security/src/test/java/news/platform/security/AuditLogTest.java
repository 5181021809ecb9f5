package news.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.grpc.Context;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.platform.error.v1.PlatformReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

class AuditLogTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(AuditLog.LOGGER);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AuditLog audit = new AuditLog(meters);

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
        logger.setLevel(Level.INFO);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(lines);
        logger.setLevel(null);
    }

    @Test
    void saysWhoDidWhatToWhomFromWhereAndCountsIt() {
        var caller = new Caller("u1", "s1", Set.of("admin"), Instant.MAX, "token");
        var origin = new CallOrigin(Optional.of("203.0.113.77"), Optional.of("a browser"));

        Context.current()
                .withValues(Callers.KEY, caller, CallOrigin.KEY, origin)
                .run(() -> audit.record(AuditEvent.succeeded("role-change")
                        .on("u2")
                        .with("roles.old", "reader")
                        .with("roles.new", "reader,editor")));

        assertThat(lines.list).singleElement().satisfies(line -> {
            assertThat(line.getFormattedMessage()).isEqualTo("role-change success");
            assertThat(pairs(line))
                    .containsExactly(
                            "event.action=role-change",
                            "event.outcome=success",
                            "user.id=u1",
                            "session.id=s1",
                            "user.target.id=u2",
                            "source.block=203.0.113.0/24",
                            "audit.roles.new=reader,editor",
                            "audit.roles.old=reader");
        });
        assertThat(meters.counter("news.audit.events", "action", "role-change", "result", "success")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void saysNoMoreThanIsKnown() {
        audit.record(AuditEvent.refused("log-in", PlatformReason.UNAUTHENTICATED));

        assertThat(lines.list).singleElement().satisfies(line -> assertThat(pairs(line))
                .containsExactly("event.action=log-in", "event.outcome=failure", "event.reason=UNAUTHENTICATED"));
    }

    private static List<String> pairs(ILoggingEvent line) {
        return line.getKeyValuePairs().stream().map(AuditLogTest::pair).toList();
    }

    private static String pair(KeyValuePair pair) {
        return pair.key + "=" + pair.value;
    }
}
