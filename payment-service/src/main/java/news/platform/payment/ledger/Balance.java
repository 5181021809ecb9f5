package news.platform.payment.ledger;

/**
 * How an account stands, in minor units.
 *
 * @param debits all that was ever booked to it
 * @param credits all that was ever booked from it
 */
record Balance(String account, String currency, long debits, long credits) {
    /** What is on it: of all accounts of a currency together nothing. */
    long net() {
        return Math.subtractExact(debits, credits);
    }
}
