package news.platform.benchmarks.live;

import news.platform.benchmarks.measure.Vitals;
import news.platform.local.edge.Edge;
import news.platform.local.process.Memory;
import news.platform.local.up.RunningPlatform;

/**
 * What the gateway holds. Its heap is touched before it is needed, so what is alive in it says more than what the process
 * grows by, which is the memory beside it.
 *
 * @param heap bytes that a full collection leaves
 * @param resident bytes of the whole process
 */
record Held(double heap, double resident) {
    static Held now(RunningPlatform platform, Edge metrics) {
        return new Held(Vitals.liveBytes(platform, metrics), Memory.of(Vitals.process(platform)));
    }

    /** What was added since then, for each of so many clients. */
    Held since(Held before, int clients) {
        return new Held((heap - before.heap) / clients, (resident - before.resident) / clients);
    }

    double sum() {
        return heap + resident;
    }
}
