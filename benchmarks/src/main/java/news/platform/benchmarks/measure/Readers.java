package news.platform.benchmarks.measure;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongPredicate;
import news.platform.benchmarks.load.OpenLoop;
import news.platform.benchmarks.load.Scenario;
import news.platform.benchmarks.load.Tail;

/** What readers of articles and lists see in the meantime. */
public record Readers(Tail cached, Tail uncached) {
    private static final int CACHED_RATE = 500;

    /**
     * Both at once, at rates that do not depend on the answers.
     *
     * @param uncachedRate of lists under keys never asked for; articles are 500 a second
     * @param counted which requests count, by the time at which they are due in that of {@link System#nanoTime()}
     */
    public static Readers read(int port, Sample sample, int uncachedRate, int seconds, LongPredicate counted) {
        return read(port, article(sample), list(sample), uncachedRate, seconds, counted);
    }

    /** What is read of the one kind. */
    public static Scenario article(Sample sample) {
        return sample.article("article", List.of(), 0);
    }

    /** What is read of the other. */
    public static Scenario list(Sample sample) {
        return sample.coldList("list, cold key");
    }

    /** The same of these. */
    public static Readers read(
            int port, Scenario article, Scenario list, int uncachedRate, int seconds, LongPredicate counted) {
        Executor threads = task -> Thread.ofPlatform().start(task);
        CompletableFuture<Tail> uncached = CompletableFuture.supplyAsync(
                () -> OpenLoop.run(port, List.of(list), uncachedRate, seconds, counted), threads);
        Tail cached = OpenLoop.run(port, List.of(article), CACHED_RATE, seconds, counted);
        return new Readers(cached, uncached.join());
    }

    /** The same, and all of them count. */
    public static Readers read(int port, Sample sample, int uncachedRate, int seconds) {
        return read(port, sample, uncachedRate, seconds, _ -> true);
    }
}
