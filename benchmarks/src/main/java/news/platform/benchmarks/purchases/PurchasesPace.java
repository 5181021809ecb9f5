package news.platform.benchmarks.purchases;

/**
 * For how long.
 *
 * @param deployed whether all services have the compilers that the chart gives them (ADR 33)
 * @param warmUpSeconds before anything counts
 * @param stepSeconds at each rate on the way up
 * @param seconds at the highest one
 */
record PurchasesPace(boolean deployed, int warmUpSeconds, int stepSeconds, int seconds) {
    static PurchasesPace full() {
        return new PurchasesPace(true, 180, 10, 60);
    }

    static PurchasesPace quick() {
        return new PurchasesPace(false, 8, 4, 10);
    }
}
