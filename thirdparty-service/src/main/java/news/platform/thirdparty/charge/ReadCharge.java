package news.platform.thirdparty.charge;

import java.util.Objects;
import news.platform.error.DomainException;
import news.platform.thirdparty.v1.ThirdpartyReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells how a charge stands: its channel is asked, and heard as if it had told by itself. */
@Component
final class ReadCharge {
    private static final Logger log = LoggerFactory.getLogger(ReadCharge.class);

    private final Channels channels;
    private final Charges charges;
    private final HearChannel hearing;
    private final TransactionTemplate transaction;

    ReadCharge(Channels channels, Charges charges, HearChannel hearing, TransactionTemplate transaction) {
        this.channels = channels;
        this.charges = charges;
        this.hearing = hearing;
        this.transaction = transaction;
    }

    Charge read(String paymentId) {
        var charge = charges.find(paymentId).orElseThrow(ReadCharge::notFound);
        if (charge.state() == Charge.State.PAID || charge.action() == null) {
            return charge;
        }
        var told = channels.require(charge.order().channel()).ask(channel -> channel.find(charge.key()));
        return Objects.requireNonNull(transaction.execute(_ -> {
            var locked = charges.lock(paymentId).orElseThrow();
            if (hearing.hear(locked, told) == HearChannel.Heard.MISMATCH) {
                log.error(
                        "{} says another amount or currency of payment {} than was asked for",
                        charge.order().channel(),
                        paymentId);
            }
            return charges.find(paymentId).orElseThrow();
        }));
    }

    static DomainException notFound() {
        return new DomainException(ThirdpartyReason.CHARGE_NOT_FOUND, "no charge was made for this payment");
    }
}
