package news.platform.benchmarks.live;

import news.platform.benchmarks.measure.Vitals;
import news.platform.local.edge.Edge;
import news.platform.local.process.Memory;
import news.platform.local.up.RunningPlatform;

/**
 * What the gateway holds, after a full collection. Its heap is touched before it is needed, all that it begins with: what is alive in
 * it and what the process has beside it may be more, or less, than what the process has grown by.
 *
 * @param heap bytes that are alive in the heap
 * @param beside bytes of the process beside its heap
 * @param process bytes of the whole process
 */
record Held(double heap, double beside, double process) {
    static Held now(RunningPlatform platform, Edge metrics) {
        double heap = Vitals.liveBytes(platform, metrics);
        double process = Memory.of(Vitals.process(platform));
        return new Held(heap, process - Vitals.heapBytes(metrics), process);
    }

    /** What was added since then, for each of so many clients. */
    Held since(Held before, int clients) {
        return new Held(
                (heap - before.heap) / clients,
                (beside - before.beside) / clients,
                (process - before.process) / clients);
    }

    /** The larger of both ways to count. */
    double most() {
        return Math.max(heap + beside, process);
    }
}
