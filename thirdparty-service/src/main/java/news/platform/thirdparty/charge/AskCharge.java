package news.platform.thirdparty.charge;

import java.util.Objects;
import news.platform.error.DomainException;
import news.platform.thirdparty.channel.Told;
import news.platform.thirdparty.v1.ThirdpartyReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells how a charge stands, or has it closed: its channel is asked, and heard as if it had told by itself. */
@Component
final class AskCharge {
    private static final Logger log = LoggerFactory.getLogger(AskCharge.class);

    private final Channels channels;
    private final Charges charges;
    private final CreateCharge creating;
    private final HearChannel hearing;
    private final TransactionTemplate transaction;

    AskCharge(
            Channels channels,
            Charges charges,
            CreateCharge creating,
            HearChannel hearing,
            TransactionTemplate transaction) {
        this.channels = channels;
        this.charges = charges;
        this.creating = creating;
        this.hearing = hearing;
        this.transaction = transaction;
    }

    /** How it stands now. */
    Charge read(String paymentId) {
        var charge = charges.find(paymentId).orElseThrow(AskCharge::notFound);
        if (charge.state() == Charge.State.PAID || charge.action() == null) {
            return charge;
        }
        return heard(charge, ask(charge, channel -> channel.find(charge.key())));
    }

    /** How it stands once its channel has closed it, or has said why it cannot. */
    Charge close(String paymentId) {
        var known = charges.find(paymentId).orElseThrow(AskCharge::notFound);
        // whether its channel was asked for it nobody knows before it answered: asked again it is the same charge
        var charge = known.isOpen() && known.action() == null ? creating.create(known.order()) : known;
        return charge.isOpen() ? heard(charge, ask(charge, channel -> channel.close(charge.key()))) : charge;
    }

    private Told ask(Charge charge, GuardedChannel.Question<Told> question) {
        return channels.require(charge.order().channel()).ask(question);
    }

    private Charge heard(Charge charge, Told told) {
        var paymentId = charge.order().paymentId();
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
