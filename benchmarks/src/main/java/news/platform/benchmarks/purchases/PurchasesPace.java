package news.platform.benchmarks.purchases;

import java.util.List;

/**
 * For how long.
 *
 * @param deployed whether all services have the compilers that the chart gives them (ADR 33)
 * @param warmUpSeconds before anything counts
 * @param stepSeconds at each rate on the way up
 * @param seconds at the highest one
 */
record PurchasesPace(boolean deployed, int warmUpSeconds, int stepSeconds, int seconds) {
    /** Purchases a second while it warms up, each for as long. */
    static final List<Integer> WARM_UP_RATES = List.of(8, 12, 16);

    static PurchasesPace full() {
        return new PurchasesPace(true, 180, 10, 60);
    }

    static PurchasesPace quick() {
        return new PurchasesPace(false, 8, 4, 10);
    }
}
