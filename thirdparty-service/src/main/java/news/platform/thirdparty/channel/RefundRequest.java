package news.platform.thirdparty.channel;

/**
 * Money that is to go back.
 *
 * @param reference what we call it at the channel: 1 to 32 ASCII letters and digits
 * @param charge whose money
 * @param transactionId which of its money: by what the channel knows it
 * @param total what was paid
 * @param channelRefundId by what the channel knows it; empty before it does
 */
public record RefundRequest(
        String reference,
        ChargeKey charge,
        String transactionId,
        Amount amount,
        Amount total,
        String channelRefundId) {}
