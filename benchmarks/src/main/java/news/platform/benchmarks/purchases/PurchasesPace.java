package news.platform.benchmarks.purchases;

/**
 * For how long.
 *
 * @param warmUpSeconds before anything counts
 * @param stepSeconds at each rate on the way up
 * @param seconds at the highest one
 */
record PurchasesPace(int warmUpSeconds, int stepSeconds, int seconds) {
    static PurchasesPace full() {
        return new PurchasesPace(60, 10, 60);
    }

    static PurchasesPace quick() {
        return new PurchasesPace(8, 4, 10);
    }
}
