package news.platform.payment.ledger;

/**
 * Money: so many of the smallest unit that its currency has by ISO 4217.
 *
 * @param currency its code, {@code CNY}
 */
public record Amount(String currency, long minorUnits) {
    /** This much less of the same currency. */
    public Amount minus(long units) {
        return new Amount(currency, Math.subtractExact(minorUnits, units));
    }

    @Override
    public String toString() {
        return minorUnits + " " + currency + " minor units";
    }
}
