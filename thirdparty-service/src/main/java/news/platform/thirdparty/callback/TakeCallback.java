package news.platform.thirdparty.callback;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import news.platform.error.DomainException;
import news.platform.security.AuditEvent;
import news.platform.security.AuditLog;
import news.platform.thirdparty.channel.Acknowledgement;
import news.platform.thirdparty.channel.Acknowledgement.Verdict;
import news.platform.thirdparty.channel.CallbackRefusedException;
import news.platform.thirdparty.channel.PaymentChannel;
import news.platform.thirdparty.channel.RawCallback;
import news.platform.thirdparty.channel.Told;
import news.platform.thirdparty.charge.Callbacks;
import news.platform.thirdparty.charge.Callbacks.Outcome;
import news.platform.thirdparty.charge.Channels;
import news.platform.thirdparty.charge.Charges;
import news.platform.thirdparty.charge.HearChannel;
import news.platform.thirdparty.v1.ThirdpartyReason;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes what a channel tells: verified, held against what was asked for, kept as it came, and each once. What is not believed changes
 * nothing, is counted and written into the security log.
 */
@Component
final class TakeCallback {
    private static final String ACTION = "payment-callback";

    private final Channels channels;
    private final Charges charges;
    private final Callbacks callbacks;
    private final HearChannel hearing;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Reports reports;

    TakeCallback(
            Channels channels,
            Charges charges,
            Callbacks callbacks,
            HearChannel hearing,
            TransactionTemplate transaction,
            Clock clock,
            Reports reports) {
        this.channels = channels;
        this.charges = charges;
        this.callbacks = callbacks;
        this.hearing = hearing;
        this.transaction = transaction;
        this.clock = clock;
        this.reports = reports;
    }

    /** Where it is counted and written down. */
    @Component
    record Reports(MeterRegistry meters, AuditLog audit) {
        void count(String channel, String outcome) {
            meters.counter("news.thirdparty.callback", "channel", channel, "outcome", outcome)
                    .increment();
        }

        void suspect(String channel, ThirdpartyReason reason, String refusal, String reference) {
            audit.record(AuditEvent.refused(ACTION, reason)
                    .with("channel", channel)
                    .with("refusal", refusal)
                    .with("reference", reference));
        }
    }

    /** What the channel is answered. */
    Acknowledgement take(String name, RawCallback callback) {
        var channel = channels.find(name)
                .orElseThrow(() -> new DomainException(ThirdpartyReason.CHANNEL_ABSENT, name + " is not set up"));
        try {
            channel.verify(callback);
            return channel.acknowledge(taken(channel, channel.read(callback), callback));
        } catch (CallbackRefusedException e) {
            reports.count(name, e.refusal().word());
            reports.suspect(name, ThirdpartyReason.BAD_SIGNATURE, e.refusal().word(), "");
            return channel.acknowledge(Verdict.REFUSED);
        }
    }

    private Verdict taken(PaymentChannel channel, Told told, RawCallback callback) {
        var outcome = Objects.requireNonNull(transaction.execute(_ -> outcome(channel.name(), told, callback)));
        reports.count(channel.name(), outcome.name().toLowerCase(Locale.ROOT));
        if (outcome != Outcome.MISMATCH) {
            return Verdict.TAKEN;
        }
        reports.suspect(channel.name(), ThirdpartyReason.CHARGE_DIFFERS, "mismatch", told.reference());
        return Verdict.MISMATCH;
    }

    private Outcome outcome(String channel, Told told, RawCallback callback) {
        var charge = charges.lock(channel, told.reference()).or(() -> {
            charges.reserve(channel, told.reference());
            return charges.lock(channel, told.reference());
        });
        var before = callbacks.outcome(channel, told.eventId());
        if (before.isPresent()) {
            return before.get() == Outcome.CHANGED ? Outcome.NOTHING : before.get();
        }
        var outcome = charge.map(known -> Outcome.of(hearing.hear(known, told)))
                .orElse(told.reference().isEmpty() ? Outcome.NOTHING : Outcome.KEPT);
        callbacks.add(channel, told, callback, outcome, clock.instant());
        return outcome;
    }
}
