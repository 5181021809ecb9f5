package news.platform.payment.ledger;

/**
 * One movement of money. These are all that there are:
 *
 * <table>
 *   <caption>debit, credit</caption>
 *   <tr><td>captured: a channel has a user's money</td><td>clearing</td><td>users</td></tr>
 *   <tr><td>sold: it pays an order</td><td>users</td><td>revenue</td></tr>
 *   <tr><td>given up: it is to go back after all</td><td>refunds</td><td>users</td></tr>
 *   <tr><td>kept: the channel would not give it back</td><td>users</td><td>refunds</td></tr>
 *   <tr><td>paid out: the user has it back</td><td>users</td><td>clearing</td></tr>
 * </table>
 *
 * @param cause what it is booked for; nothing is booked twice for one
 */
public record Transfer(String cause, Account debit, Account credit, Amount amount, String paymentId) {
    /** A channel has a user's money. */
    public static Transfer captured(String paymentId, String transactionId, String channel, Amount amount) {
        return new Transfer(
                "captured/" + paymentId + "/" + transactionId,
                Account.clearing(channel),
                Account.USERS,
                amount,
                paymentId);
    }

    /** Captured money pays an order. */
    public static Transfer sold(String paymentId, Amount amount) {
        return new Transfer("sold/" + paymentId, Account.USERS, Account.REVENUE, amount, paymentId);
    }

    /** What paid an order is to go back. */
    public static Transfer givenUp(String refundId, String paymentId, Amount amount) {
        return new Transfer("given-up/" + refundId, Account.REFUNDS, Account.USERS, amount, paymentId);
    }

    /** What was to go back stays. */
    public static Transfer kept(String refundId, String paymentId, Amount amount) {
        return new Transfer("kept/" + refundId, Account.USERS, Account.REFUNDS, amount, paymentId);
    }

    /** The user has it back. */
    public static Transfer paidOut(String refundId, String paymentId, String channel, Amount amount) {
        return new Transfer("paid-out/" + refundId, Account.USERS, Account.clearing(channel), amount, paymentId);
    }
}
