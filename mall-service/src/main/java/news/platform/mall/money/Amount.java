package news.platform.mall.money;

/**
 * A sum of money in the smallest unit that its currency has, so that nothing is ever rounded but where it says so.
 *
 * @param currency ISO 4217, {@code CNY}
 * @param minor how many of them
 */
public record Amount(String currency, long minor) {
    private static final int HUNDRED = 100;

    /** Nothing, of this currency. */
    public Amount zero() {
        return new Amount(currency, 0);
    }

    /** Both together, of one currency. */
    public Amount plus(Amount other) {
        return new Amount(currency, Math.addExact(minor, same(other).minor));
    }

    /** What is left without the other, of the same currency. */
    public Amount minus(Amount other) {
        return new Amount(currency, Math.subtractExact(minor, same(other).minor));
    }

    /** So often as much. */
    public Amount times(int factor) {
        return new Amount(currency, Math.multiplyExact(minor, factor));
    }

    /** So much of a hundred, rounded down. */
    public Amount percent(int percent) {
        return new Amount(currency, times(percent).minor / HUNDRED);
    }

    /** The lesser of both, of one currency. */
    public Amount min(Amount other) {
        return same(other).minor < minor ? other : this;
    }

    /** The greater of both, of one currency. */
    public Amount max(Amount other) {
        return same(other).minor > minor ? other : this;
    }

    /** Whether it is more than nothing. */
    public boolean isPositive() {
        return minor > 0;
    }

    private Amount same(Amount other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("currency: " + other.currency + " (expected: " + currency + ")");
        }
        return other;
    }
}
