package news.platform.thirdparty.price;

/**
 * An instrument whose prices are wanted.
 *
 * @param decimals how many its price has
 */
record PricedInstrument(String symbol, String exchange, Kind kind, int decimals) {
    /**
     * What it is, with what a made-up price of such a thing looks like.
     */
    enum Kind {
        /** A share of a company. */
        SHARE(5, 300, 0.018),
        /** A number for many shares. */
        INDEX(1000, 20_000, 0.009),
        /** One currency in another one. */
        CURRENCY(0.5, 150, 0.005),
        /** Gold, oil, wheat. */
        COMMODITY(2, 2500, 0.014),
        /** A bond. */
        BOND(90, 110, 0.003),
        /** A crypto currency. */
        CRYPTO(1, 50_000, 0.035);

        private final double lowest;
        private final double highest;
        private final double volatility;

        Kind(double lowest, double highest, double volatility) {
            this.lowest = lowest;
            this.highest = highest;
            this.volatility = volatility;
        }

        /** About what one costs, for a number between 0 and 1; cheap ones are as many as dear ones. */
        double price(double share) {
            return lowest * Math.pow(highest / lowest, share);
        }

        /** By what it changes in a day, as a part of its price. */
        double volatility() {
            return volatility;
        }
    }
}
