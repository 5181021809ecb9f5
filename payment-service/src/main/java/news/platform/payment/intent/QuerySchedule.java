package news.platform.payment.intent;

import java.time.Duration;
import java.time.Instant;
import news.platform.work.task.Agenda;
import org.springframework.stereotype.Component;

/** When channels are asked how payments stand, or to close them, through the agenda of the current transaction. */
@Component
public final class QuerySchedule {
    static final String KIND = "charge-query";
    static final String CLOSING = "charge-closing";

    private final Agenda agenda;
    private final QueryProperties properties;

    QuerySchedule(Agenda agenda, QueryProperties properties) {
        this.agenda = agenda;
        this.properties = properties;
    }

    /** Of one that begins. */
    public void begin(Payment payment) {
        agenda.schedule(KIND, payment.id(), payment.createTime().plus(properties.first()));
    }

    /** When a channel is asked again for what was begun then: ever less often the older it is. */
    public Instant next(Instant createTime, Instant now) {
        return now.plus(properties.pause(Duration.between(createTime, now)));
    }

    /** Again. */
    void goOn(Payment payment, Instant now) {
        agenda.schedule(KIND, payment.id(), next(payment.createTime(), now));
    }

    /** That nobody can pay it any more, at once. */
    void close(Payment payment, Instant now) {
        agenda.schedule(CLOSING, payment.id(), now);
    }

    /** That once more, as it could not be closed yet. */
    void closeLater(Payment payment, Instant now) {
        agenda.schedule(CLOSING, payment.id(), next(payment.createTime(), now));
    }

    /** Not any more. */
    void end(Payment payment) {
        agenda.cancel(KIND, payment.id());
    }
}
