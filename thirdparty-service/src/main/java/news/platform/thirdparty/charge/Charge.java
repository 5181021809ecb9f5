package news.platform.thirdparty.charge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.platform.thirdparty.channel.Amount;
import news.platform.thirdparty.channel.ChargeKey;
import news.platform.thirdparty.channel.ChargeRequest;
import news.platform.thirdparty.channel.Fact;
import news.platform.thirdparty.channel.NextAction;
import org.jspecify.annotations.Nullable;

/**
 * Money asked for through a channel. What was asked for never changes, and what the channel tells is held against it.
 *
 * @param order what was asked for
 * @param channelChargeId by what the channel knows the charge; empty where that is the reference, or before it was asked for
 * @param action what the payer has to do; null before it was asked for
 * @param transactionId by what the channel knows the money; empty before it came
 * @param surplus the transactions of more money that came
 * @param failure why it failed; empty where it did not
 * @param payTime when the payer paid; null before
 * @param version rises with each event
 */
public record Charge(
        Order order,
        State state,
        String channelChargeId,
        @Nullable NextAction action,
        String transactionId,
        List<String> surplus,
        String failure,
        @Nullable Instant payTime,
        long version) {
    public Charge {
        surplus = List.copyOf(surplus);
    }

    /**
     * What was asked for.
     *
     * @param reference what it is called at the channel
     */
    public record Order(
            String paymentId,
            String orderId,
            String channel,
            String reference,
            Amount amount,
            String description,
            Instant expireTime) {
        /** Whether both ask for the same. */
        boolean isSame(Order other) {
            return orderId.equals(other.orderId) && channel.equals(other.channel) && amount.equals(other.amount);
        }
    }

    /** How it stands. */
    public enum State {
        PENDING,
        PROCESSING,
        PAID,
        FAILED,
        CLOSED
    }

    static Charge of(Order order) {
        return new Charge(order, State.PENDING, "", null, "", List.of(), "", null, 0);
    }

    ChargeRequest request() {
        return new ChargeRequest(order.reference(), order.amount(), order.description(), order.expireTime());
    }

    ChargeKey key() {
        return new ChargeKey(order.reference(), channelChargeId);
    }

    /** Whether anything can be done by the payer. */
    boolean isOpen() {
        return state == State.PENDING || state == State.PROCESSING;
    }

    /** What it becomes by what its channel says of the charge itself; empty where it stays as it is. */
    Optional<Charge> after(Fact fact) {
        return switch (fact) {
            case Fact.Processing() when state == State.PENDING -> Optional.of(in(State.PROCESSING, ""));
            case Fact.Paid paid -> after(paid);
            case Fact.Failed(var why) when isOpen() -> Optional.of(in(State.FAILED, why));
            case Fact.Closed() when isOpen() -> Optional.of(in(State.CLOSED, ""));
            case Fact.Processing _,
                    Fact.Failed _,
                    Fact.Closed _,
                    Fact.Nothing _,
                    Fact.RefundPending _,
                    Fact.Refunded _,
                    Fact.RefundedInAll _,
                    Fact.RefundFailed _ -> Optional.empty();
        };
    }

    /** Whether this money is known to have come. */
    boolean has(String transaction) {
        return transaction.equals(transactionId) || surplus.contains(transaction);
    }

    /** It was asked for. */
    Charge opened(String newChannelChargeId, NextAction newAction) {
        return new Charge(
                order, state, newChannelChargeId, newAction, transactionId, surplus, failure, payTime, version);
    }

    private Optional<Charge> after(Fact.Paid paid) {
        if (has(paid.transactionId())) {
            return Optional.empty();
        }
        if (state != State.PAID) {
            return Optional.of(new Charge(
                    order,
                    State.PAID,
                    channelChargeId,
                    action,
                    paid.transactionId(),
                    surplus,
                    "",
                    paid.time(),
                    version + 1));
        }
        var more =
                Stream.concat(surplus.stream(), Stream.of(paid.transactionId())).toList();
        return Optional.of(
                new Charge(order, state, channelChargeId, action, transactionId, more, failure, payTime, version + 1));
    }

    private Charge in(State newState, String why) {
        return new Charge(order, newState, channelChargeId, action, transactionId, surplus, why, payTime, version + 1);
    }

    /** The next version of it, for an event that leaves it as it is. */
    Charge next() {
        return new Charge(order, state, channelChargeId, action, transactionId, surplus, failure, payTime, version + 1);
    }
}
