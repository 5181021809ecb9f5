package news.platform.thirdparty.charge;

import news.platform.thirdparty.channel.Amount;

/**
 * Money of a charge that goes back.
 *
 * @param refundId empty where nobody here asked for it
 * @param reference what it is called at the channel
 * @param transactionId which of the charge's money
 * @param channelRefundId by what the channel knows it; empty before it does
 * @param failure why it failed; empty where it did not
 */
record Refund(
        String refundId,
        String paymentId,
        String channel,
        String reference,
        String transactionId,
        Amount amount,
        State state,
        String channelRefundId,
        String failure) {
    /** How it stands. */
    enum State {
        PENDING,
        SUCCEEDED,
        FAILED
    }

    /** Whether both ask for the same. */
    boolean isSame(Refund other) {
        return paymentId.equals(other.paymentId)
                && transactionId.equals(other.transactionId)
                && amount.equals(other.amount);
    }

    boolean isOf(Charge charge) {
        return paymentId.equals(charge.order().paymentId());
    }

    Refund in(State newState, String newChannelRefundId, String why) {
        return new Refund(
                refundId,
                paymentId,
                channel,
                reference,
                transactionId,
                amount,
                newState,
                newChannelRefundId.isEmpty() ? channelRefundId : newChannelRefundId,
                why);
    }
}
