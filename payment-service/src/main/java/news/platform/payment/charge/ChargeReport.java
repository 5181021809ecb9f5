package news.platform.payment.charge;

import java.time.Instant;
import java.util.Optional;
import news.platform.payment.ledger.Amount;

/** What a payment channel says of the charge of a payment. It may come twice, late, and in another order. */
public sealed interface ChargeReport {
    /** Whose charge it is. */
    String paymentId();

    /**
     * Nothing was paid yet.
     *
     * @param action what the payer has to do; empty where the channel does not say
     */
    record Pending(String paymentId, Optional<NextAction> action) implements ChargeReport {}

    /** The payer has acted, the money is on its way. */
    record Processing(String paymentId) implements ChargeReport {}

    /**
     * Money came.
     *
     * @param channel over which
     * @param transactionId by what the channel knows it; no two have the same
     * @param surplus whether other money had paid the charge already
     */
    record Paid(String paymentId, String channel, String transactionId, Amount amount, Instant time, boolean surplus)
            implements ChargeReport {}

    /** It was refused. */
    record Failed(String paymentId, String reason) implements ChargeReport {}

    /** It cannot be paid any more. */
    record Closed(String paymentId) implements ChargeReport {}

    /** There is no such charge. */
    record Missing(String paymentId) implements ChargeReport {}

    /** The channel does not answer. */
    record Silent(String paymentId) implements ChargeReport {}
}
