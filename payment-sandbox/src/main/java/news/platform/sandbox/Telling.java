package news.platform.sandbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is told of charges and refunds, each with an id of its own. */
final class Telling {
    private final Callbacks callbacks;

    Telling(Callbacks callbacks) {
        this.callbacks = callbacks;
    }

    /**
     * A callback's body.
     *
     * @param type charge.paid, charge.failed, refund.succeeded or refund.failed
     * @param amountMinor of the charge
     * @param time when the payer paid, for charge.paid
     * @param refund of a refund
     */
    record Event(
            String eventId,
            String type,
            String reference,
            long amountMinor,
            String currency,
            String transactionId,
            @Nullable String time,
            String failure,
            @Nullable Refund refund) {
        /** What went back. */
        record Refund(String id, String reference, long amountMinor) {}
    }

    void charge(SandboxCharge charge) {
        callbacks.send(new Callbacks.Message(charge.order().notifyUrl(), Exchanges.bytes(event(charge))));
    }

    void refund(SandboxCharge charge, SandboxRefund refund) {
        var event = new Event(
                id(),
                refund.succeeded() ? "refund.succeeded" : "refund.failed",
                charge.order().reference(),
                charge.order().amountMinor(),
                charge.order().currency(),
                charge.transactionId(),
                null,
                refund.failure(),
                new Event.Refund(refund.id(), refund.reference(), refund.amountMinor()));
        callbacks.send(new Callbacks.Message(charge.order().notifyUrl(), Exchanges.bytes(event)));
    }

    /** Of a charge as if it were paid, told by somebody else. */
    static Callbacks.Message forged(SandboxCharge charge, long amountMinor) {
        var order = charge.order();
        return new Callbacks.Message(
                order.notifyUrl(),
                Exchanges.bytes(new Event(
                        id(),
                        "charge.paid",
                        order.reference(),
                        amountMinor,
                        order.currency(),
                        "txforged",
                        order.expireTime().toString(),
                        "",
                        null)));
    }

    private static Event event(SandboxCharge charge) {
        boolean paid = charge.state() == SandboxCharge.State.PAID;
        return new Event(
                id(),
                paid ? "charge.paid" : "charge.failed",
                charge.order().reference(),
                charge.order().amountMinor(),
                charge.order().currency(),
                charge.transactionId(),
                charge.payTime() == null ? null : charge.payTime().toString(),
                paid ? "" : "the payer refused",
                null);
    }

    private static String id() {
        return "ev" + UUID.randomUUID();
    }
}
