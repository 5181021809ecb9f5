package news.platform.thirdparty.charge;

import java.time.Clock;
import news.platform.thirdparty.channel.Amount;
import news.platform.thirdparty.channel.Fact;
import news.platform.thirdparty.channel.Told;
import org.springframework.stereotype.Component;

/** Holds what a channel says against what was asked for, and tells of what it changes. */
@Component
public final class HearChannel {
    private final Charges charges;
    private final Refunds refunds;
    private final ChargeEvents events;
    private final Clock clock;

    HearChannel(Charges charges, Refunds refunds, ChargeEvents events, Clock clock) {
        this.charges = charges;
        this.refunds = refunds;
        this.events = events;
        this.clock = clock;
    }

    /** What became of what a channel said. */
    public enum Heard {
        CHANGED,
        NOTHING,
        /** It is about another amount or currency than was asked for. */
        MISMATCH
    }

    /** Takes what a channel says of a charge, which the current transaction has locked. */
    public Heard hear(Charge charge, Told told) {
        if (!told.isOf(charge.order().amount())) {
            return Heard.MISMATCH;
        }
        return switch (told.fact()) {
            case Fact.Refunded refunded -> refunded(charge, refunded);
            case Fact.RefundFailed failed -> refundFailed(charge, failed);
            case Fact.RefundedInAll(var amount) -> refundedInAll(charge, amount);
            case Fact.RefundPending _, Fact.Nothing _ -> Heard.NOTHING;
            case Fact.Paid _, Fact.Processing _, Fact.Failed _, Fact.Closed _ ->
                charge.after(told.fact())
                        .map(after -> changed(after, told.fact()))
                        .orElse(Heard.NOTHING);
        };
    }

    private Heard changed(Charge charge, Fact fact) {
        charges.save(charge);
        if (fact instanceof Fact.Paid(var transaction, var time)
                && charge.surplus().contains(transaction)) {
            events.surplus(charge, transaction, time);
            return Heard.CHANGED;
        }
        switch (charge.state()) {
            case PAID -> events.paid(charge);
            case PROCESSING -> events.processing(charge);
            case FAILED, CLOSED -> events.failed(charge);
            case PENDING -> throw new IllegalStateException("nothing makes a charge pending again");
        }
        return Heard.CHANGED;
    }

    private Heard refunded(Charge charge, Fact.Refunded told) {
        var known = refunds.find(charge.order().channel(), told.reference());
        if (known.isEmpty()) {
            return refundedElsewhere(charge, told);
        }
        var refund = known.get();
        if (!refund.isOf(charge) || !refund.amount().equals(told.amount())) {
            return Heard.MISMATCH;
        }
        if (refund.state() == Refund.State.SUCCEEDED) {
            return Heard.NOTHING;
        }
        var succeeded = refund.in(Refund.State.SUCCEEDED, told.channelRefundId(), "");
        refunds.save(succeeded);
        events.refunded(next(charge), succeeded);
        return Heard.CHANGED;
    }

    /** Somebody gave it back at the channel. */
    private Heard refundedElsewhere(Charge charge, Fact.Refunded told) {
        var refund = new Refund(
                "",
                charge.order().paymentId(),
                charge.order().channel(),
                told.reference(),
                charge.transactionId(),
                told.amount(),
                Refund.State.SUCCEEDED,
                told.channelRefundId(),
                "");
        refunds.add(refund, clock.instant());
        events.refunded(next(charge), refund);
        return Heard.CHANGED;
    }

    private Heard refundedInAll(Charge charge, Amount inAll) {
        long elsewhere = inAll.minorUnits() - refunds.sum(charge.order().paymentId());
        if (elsewhere <= 0) {
            return Heard.NOTHING;
        }
        var reference = charge.order().reference() + "/" + inAll.minorUnits();
        return refundedElsewhere(charge, new Fact.Refunded(reference, "", new Amount(elsewhere, inAll.currency())));
    }

    private Heard refundFailed(Charge charge, Fact.RefundFailed told) {
        var known = refunds.find(charge.order().channel(), told.reference())
                .filter(refund -> refund.isOf(charge) && refund.state() != Refund.State.FAILED);
        known.ifPresent(refund -> {
            var failed = refund.in(Refund.State.FAILED, told.channelRefundId(), told.why());
            refunds.save(failed);
            events.refundFailed(next(charge), failed);
        });
        return known.isPresent() ? Heard.CHANGED : Heard.NOTHING;
    }

    private Charge next(Charge charge) {
        var next = charge.next();
        charges.save(next);
        return next;
    }
}
