package news.platform.payment.intent;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import news.platform.payment.charge.ChargeClient;
import news.platform.payment.charge.ChargeReport;
import news.platform.work.task.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Has the channel close the charge of a payment that was given up, again and again until it has. Where somebody paid it sooner, that
 * money is late and goes back. What became of each is counted: {@code news.payment.closing}.
 */
@Component
final class CloseCharge implements Job<ChargeReport> {
    private static final Logger log = LoggerFactory.getLogger(CloseCharge.class);

    private final ChargeClient charges;
    private final Payments payments;
    private final TakeReport taking;
    private final QueryProperties properties;
    private final QuerySchedule schedule;
    private final MeterRegistry meters;
    private final Clock clock;

    CloseCharge(
            ChargeClient charges,
            Payments payments,
            TakeReport taking,
            QueryProperties properties,
            QuerySchedule schedule,
            MeterRegistry meters,
            Clock clock) {
        this.charges = charges;
        this.payments = payments;
        this.taking = taking;
        this.properties = properties;
        this.schedule = schedule;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return QuerySchedule.CLOSING;
    }

    @Override
    public ChargeReport call(String paymentId) {
        return charges.close(paymentId);
    }

    @Override
    public void complete(String paymentId, ChargeReport report) {
        taking.take(report);
        payments.find(paymentId).ifPresent(payment -> closed(payment, report, clock.instant()));
    }

    private void closed(Payment payment, ChargeReport report, Instant now) {
        switch (report) {
            case ChargeReport.Closed _, ChargeReport.Failed _ -> count("closed");
            case ChargeReport.Missing _ -> missing(payment, now);
            case ChargeReport.Paid _ -> {
                count("paid");
                log.info(
                        "payment {} was paid before {} closed it: the money goes back",
                        payment.id(),
                        payment.channel());
            }
            case ChargeReport.Pending _, ChargeReport.Processing _ -> open(payment, now);
            case ChargeReport.Silent _ -> again(payment, "silent", now);
        }
    }

    /** Who began the payment may be about to ask for its charge; what was not asked for in its time nobody can pay. */
    private void missing(Payment payment, Instant now) {
        if (isLongOver(payment, now)) {
            count("closed");
        } else {
            again(payment, "missing", now);
        }
    }

    private boolean isLongOver(Payment payment, Instant now) {
        return now.isAfter(payment.expireTime().plus(properties.patience()));
    }

    /** The channel does not close it yet: until its time is over anyway. */
    private void open(Payment payment, Instant now) {
        if (isLongOver(payment, now)) {
            count("left");
            log.warn("payment {} is given up, and {} did not close it", payment.id(), payment.channel());
        } else {
            again(payment, "open", now);
        }
    }

    private void again(Payment payment, String outcome, Instant now) {
        count(outcome);
        schedule.closeLater(payment, now);
    }

    private void count(String outcome) {
        meters.counter("news.payment.closing", "outcome", outcome).increment();
    }
}
