package news.platform.work.task;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.util.List;
import news.platform.error.FailureReporter;
import news.platform.work.Rounds;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What timers and jobs are done with.
 *
 * @param clock says what is due
 * @param rounds of this process, or ones that nobody starts
 * @param reporters are told of what is parked
 */
record WorkContext(
        Tasks tasks,
        TransactionTemplate transaction,
        Clock clock,
        WorkProperties properties,
        Rounds rounds,
        List<FailureReporter> reporters,
        MeterRegistry meters,
        ObservationRegistry observations) {}
