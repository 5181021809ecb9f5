package news.platform.payment.casework;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import news.platform.work.Rounds;
import org.springframework.stereotype.Component;

/** How many cases wait for somebody: {@code news.payment.cases}, counted once a minute. */
@Component
final class CaseMetrics {
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final AtomicLong open = new AtomicLong();

    CaseMetrics(Cases cases, Rounds rounds, MeterRegistry meters) {
        rounds.every("case-count", PAUSE, () -> open.set(cases.open()));
        Gauge.builder("news.payment.cases", open, AtomicLong::get)
                .description("differences between payment channels and us that nobody has closed")
                .register(meters);
    }
}
