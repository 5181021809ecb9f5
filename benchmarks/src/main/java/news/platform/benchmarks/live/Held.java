package news.platform.benchmarks.live;

import news.platform.benchmarks.measure.Vitals;
import news.platform.local.edge.Edge;
import news.platform.local.process.Memory;
import news.platform.local.up.RunningPlatform;

/**
 * What the gateway holds. Its heap is touched before it is needed, all that it is given: what is alive in it says more than its size,
 * and the rest is what the process has beside it.
 *
 * @param heap bytes that a full collection leaves
 * @param resident bytes of the process beside its heap
 */
record Held(double heap, double resident) {
    static Held now(RunningPlatform platform, Edge metrics) {
        double heap = Vitals.liveBytes(platform, metrics);
        return new Held(heap, Memory.of(Vitals.process(platform)) - Vitals.heapBytes(metrics));
    }

    /** What was added since then, for each of so many clients. */
    Held since(Held before, int clients) {
        return new Held((heap - before.heap) / clients, (resident - before.resident) / clients);
    }

    double sum() {
        return heap + resident;
    }
}
