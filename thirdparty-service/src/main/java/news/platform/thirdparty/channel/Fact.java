package news.platform.thirdparty.channel;

import java.time.Instant;

/** What a channel says of money. */
public sealed interface Fact {
    /** Nothing that changes anything. */
    record Nothing() implements Fact {}

    /** The payer has done all there is to do; the money is on its way. */
    record Processing() implements Fact {}

    /**
     * It came.
     *
     * @param transactionId by what the channel knows it
     * @param time when the payer paid
     */
    record Paid(String transactionId, Instant time) implements Fact {}

    /** It will not come: the payer or the channel refused. */
    record Failed(String why) implements Fact {}

    /** It will not come: the time is over, or it was called off. */
    record Closed() implements Fact {}

    /**
     * A part or all of it is to go back, later.
     *
     * @param reference what we call the refund; where it is none of ours, what the channel calls it
     */
    record RefundPending(String reference, String channelRefundId) implements Fact {}

    /**
     * A part or all of it went back.
     *
     * @param reference what we call the refund; where it is none of ours, what the channel calls it
     */
    record Refunded(String reference, String channelRefundId, Amount amount) implements Fact {}

    /** How much of it went back in all, by which refunds the channel does not say. */
    record RefundedInAll(Amount amount) implements Fact {}

    /**
     * It did not go back, and will not.
     *
     * @param reference what we call the refund; where it is none of ours, what the channel calls it
     */
    record RefundFailed(String reference, String channelRefundId, String why) implements Fact {}
}
