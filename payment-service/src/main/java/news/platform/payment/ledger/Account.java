package news.platform.payment.ledger;

/**
 * What money is booked from and to; in each currency it is an account of its own.
 *
 * @param name its kind, {@code users}; of several of a kind with the channel: {@code clearing/sandbox}
 */
record Account(String name) {
    /** What users have paid and is neither earned nor given back. */
    static final Account USERS = new Account("users");

    /** What was earned. */
    static final Account REVENUE = new Account("revenue");

    /** What of the earned was given up again. */
    static final Account REFUNDS = new Account("refunds");

    /** What a payment channel has of ours. */
    static Account clearing(String channel) {
        return new Account("clearing/" + channel);
    }
}
