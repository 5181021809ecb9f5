package news.platform.payment.ledger;

import news.platform.proto.Moneys;

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

    /** As people read it, {@code 19.99 CNY}: it stands in refusals and in what an administrator looks through. */
    @Override
    public String toString() {
        return Moneys.text(currency, minorUnits);
    }
}
