package news.platform.payment.charge;

/** What a payment channel says of a refund. It may come twice, and late. */
public sealed interface RefundReport {
    /** Which. */
    String refundId();

    /** It has not done it yet, or does not answer. */
    record Pending(String refundId) implements RefundReport {}

    /** The payer has the money back. */
    record Succeeded(String refundId) implements RefundReport {}

    /** There is no such payment channel any more, or not for now: it stays to be done, and is a person's to look into. */
    record Unknown(String refundId) implements RefundReport {}

    /** It will not. */
    record Failed(String refundId, String reason) implements RefundReport {}
}
