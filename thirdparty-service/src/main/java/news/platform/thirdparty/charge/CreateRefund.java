package news.platform.thirdparty.charge;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import news.platform.error.DomainException;
import news.platform.thirdparty.channel.Amount;
import news.platform.thirdparty.channel.Fact;
import news.platform.thirdparty.channel.RefundRequest;
import news.platform.thirdparty.channel.Told;
import news.platform.thirdparty.v1.ThirdpartyReason;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives money of a charge back, once for each refund; asked again it asks the channel how it stands. */
@Component
final class CreateRefund {
    private final Channels channels;
    private final Charges charges;
    private final Refunds refunds;
    private final HearChannel hearing;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CreateRefund(
            Channels channels,
            Charges charges,
            Refunds refunds,
            HearChannel hearing,
            TransactionTemplate transaction,
            Clock clock) {
        this.channels = channels;
        this.charges = charges;
        this.refunds = refunds;
        this.hearing = hearing;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What is to go back.
     *
     * @param reference what it is called at the channel
     * @param transactionId which of the charge's money; empty: its own
     */
    record Draft(String refundId, String reference, String paymentId, String transactionId, Amount amount) {}

    /** How it stands, now or since before. */
    Refund create(Draft draft) {
        var charge = charges.find(draft.paymentId()).orElseThrow(AskCharge::notFound);
        var refund = Objects.requireNonNull(transaction.execute(_ -> written(draft)));
        if (refund.state() != Refund.State.PENDING) {
            return refund;
        }
        var request = new RefundRequest(
                refund.reference(),
                charge.key(),
                refund.transactionId(),
                refund.amount(),
                charge.order().amount(),
                refund.channelRefundId());
        var fact = channels.require(charge.order().channel()).ask(channel -> channel.refund(request));
        return Objects.requireNonNull(transaction.execute(_ -> answered(draft, fact)));
    }

    private Refund written(Draft draft) {
        var charge = charges.lock(draft.paymentId()).orElseThrow();
        var transactionId = draft.transactionId().isEmpty() ? charge.transactionId() : draft.transactionId();
        if (charge.transactionId().isEmpty() || !charge.has(transactionId)) {
            throw new DomainException(ThirdpartyReason.CHARGE_NOT_PAID, "nothing was paid that could be given back");
        }
        var refund = new Refund(
                draft.refundId(),
                draft.paymentId(),
                charge.order().channel(),
                draft.reference(),
                transactionId,
                draft.amount(),
                Refund.State.PENDING,
                "",
                "");
        if (!draft.amount().currency().equals(charge.order().amount().currency())
                || draft.amount().minorUnits() > charge.order().amount().minorUnits()) {
            throw DomainException.field(
                    ThirdpartyReason.REFUND_DIFFERS,
                    "amount",
                    "not within what was paid (expected: at most "
                            + charge.order().amount().major() + " "
                            + charge.order().amount().currency() + ")");
        }
        return refunds.add(refund, clock.instant())
                ? refund
                : refunds.find(draft.refundId())
                        .filter(known -> known.isSame(refund))
                        .orElseThrow(() -> new DomainException(
                                ThirdpartyReason.REFUND_DIFFERS, "the refund's id has another payment or amount"));
    }

    private Refund answered(Draft draft, Fact fact) {
        var charge = charges.lock(draft.paymentId()).orElseThrow();
        if (fact instanceof Fact.RefundPending pending) {
            refunds.find(draft.refundId())
                    .filter(refund -> refund.state() == Refund.State.PENDING)
                    .ifPresent(refund -> refunds.save(refund.in(Refund.State.PENDING, pending.channelRefundId(), "")));
        } else {
            hearing.hear(charge, new Told("", charge.order().reference(), Optional.empty(), fact));
        }
        return refunds.find(draft.refundId()).orElseThrow();
    }
}
