package news.platform.benchmarks.slow;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import news.platform.benchmarks.load.OpenLoop;
import news.platform.benchmarks.load.Scenario;
import news.platform.benchmarks.load.Tail;
import news.platform.benchmarks.measure.Sample;

/** What readers of articles and lists see in the meantime. */
record Readers(Tail cached, Tail uncached) {
    private static final int CACHED_RATE = 500;
    private static final int UNCACHED_RATE = 20;

    /** Both at once, at rates that do not depend on the answers. */
    static Readers read(int port, Sample sample, int seconds) {
        Scenario article = sample.article("article", List.of(), 0);
        Scenario list = sample.coldList("list, cold key");
        Executor threads = task -> Thread.ofPlatform().start(task);
        CompletableFuture<Tail> uncached =
                CompletableFuture.supplyAsync(() -> OpenLoop.run(port, List.of(list), UNCACHED_RATE, seconds), threads);
        Tail cached = OpenLoop.run(port, List.of(article), CACHED_RATE, seconds);
        return new Readers(cached, uncached.join());
    }
}
