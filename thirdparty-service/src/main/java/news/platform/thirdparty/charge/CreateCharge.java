package news.platform.thirdparty.charge;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import news.platform.error.DomainException;
import news.platform.thirdparty.channel.Asked;
import news.platform.thirdparty.channel.CallbackRefusedException;
import news.platform.thirdparty.channel.Fact;
import news.platform.thirdparty.channel.PaymentChannel;
import news.platform.thirdparty.channel.Told;
import news.platform.thirdparty.v1.ThirdpartyReason;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks a channel for money, once for each payment. What is asked for is written down before the channel hears of it, so that nothing
 * that it says of it can come too early; whatever it said of it earlier all the same, because a backup was restored, is taken then.
 */
@Component
final class CreateCharge {
    private final Channels channels;
    private final Charges charges;
    private final Callbacks callbacks;
    private final HearChannel hearing;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CreateCharge(
            Channels channels,
            Charges charges,
            Callbacks callbacks,
            HearChannel hearing,
            TransactionTemplate transaction,
            Clock clock) {
        this.channels = channels;
        this.charges = charges;
        this.callbacks = callbacks;
        this.hearing = hearing;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How it stands, now or since before. */
    Charge create(Charge.Order order) {
        var guarded = channels.require(order.channel());
        if (!guarded.channel().takes(order.amount())) {
            throw DomainException.field(
                    ThirdpartyReason.CURRENCY_NOT_TAKEN,
                    "amount",
                    order.channel() + " takes no " + order.amount().major() + " "
                            + order.amount().currency());
        }
        var charge = Objects.requireNonNull(transaction.execute(_ -> written(order, guarded.channel())));
        if (charge.action() != null || charge.state() != Charge.State.PENDING) {
            return charge;
        }
        var asked = guarded.ask(channel -> channel.ask(charge.request()));
        return Objects.requireNonNull(transaction.execute(_ -> answered(order.paymentId(), asked)));
    }

    private Charge written(Charge.Order order, PaymentChannel channel) {
        if (charges.add(order, clock.instant())) {
            var early = callbacks.kept(order.channel(), order.reference());
            if (early.isEmpty()) {
                return Charge.of(order);
            }
            early.forEach(kept -> hear(order, kept, channel));
        }
        return charges.find(order.paymentId())
                .filter(charge -> charge.order().isSame(order))
                .orElseThrow(() -> new DomainException(
                        ThirdpartyReason.CHARGE_DIFFERS,
                        "the payment has a charge with another order, channel or amount"));
    }

    private void hear(Charge.Order order, Callbacks.Kept kept, PaymentChannel channel) {
        var charge = charges.lock(order.paymentId()).orElseThrow();
        callbacks.settle(order.channel(), kept.eventId(), outcome(charge, kept, channel));
    }

    private Callbacks.Outcome outcome(Charge charge, Callbacks.Kept kept, PaymentChannel channel) {
        try {
            return Callbacks.Outcome.of(hearing.hear(charge, channel.read(kept.callback())));
        } catch (CallbackRefusedException e) {
            // its key is not known any more
            return Callbacks.Outcome.MISMATCH;
        }
    }

    private Charge answered(String paymentId, Asked asked) {
        var charge = charges.lock(paymentId).orElseThrow();
        return switch (asked) {
            case Asked.Open(var id, var action) when charge.action() == null -> opened(charge.opened(id, action));
            case Asked.Open _ -> charge;
            case Asked.Refused(var why) -> refused(charge, why);
        };
    }

    private Charge opened(Charge charge) {
        charges.save(charge);
        return charge;
    }

    private Charge refused(Charge charge, String why) {
        hearing.hear(charge, new Told("", charge.order().reference(), Optional.empty(), new Fact.Failed(why)));
        return charges.find(charge.order().paymentId()).orElseThrow();
    }
}
