package news.platform.benchmarks.drill;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import news.platform.benchmarks.load.Latencies;
import news.platform.benchmarks.load.Tail;
import news.platform.local.console.Complaint;
import news.platform.local.edge.Edge;
import news.platform.local.edge.Reply;

/** Readers who write comments about one thing, by turns, at a rate that does not depend on the answers. */
final class Commenters implements AutoCloseable {
    private static final List<String> OPINIONS = List.of(
            "Nobody saw that coming", "Bonds will suffer", "The central bank has to wait", "I do not trust the figure");
    private static final List<String> REASONS =
            List.of("revisions are large", "the weather was mild", "strikes have ended", "services hire again");

    private final Edge edge;
    private final Cast cast;
    private final String target;
    private final Latencies latencies = new Latencies(4096);
    private final SortedMap<Integer, Integer> statuses = new TreeMap<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final long begin = System.nanoTime();

    /** @param statuses how often each was answered; 0 is no answer */
    record Flood(Tail tail, SortedMap<Integer, Integer> statuses) {}

    /** Begins. */
    Commenters(Edge edge, Cast cast, String article, int perSecond) {
        this.edge = edge;
        this.cast = cast;
        this.target = "articles/" + article;
        threads.execute(() -> run(Duration.ofSeconds(1).dividedBy(perSecond).toNanos()));
    }

    private void run(long gap) {
        for (int number = 0; !over.get(); number++) {
            long due = begin + number * gap;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            if (over.get()) {
                return;
            }
            int serial = number;
            threads.execute(() -> write(serial, due));
        }
    }

    private void write(int serial, long due) {
        Cast.Member author = cast.members().get(serial % cast.members().size());
        String text = "%s: %s, and I have counted to %d."
                .formatted(
                        OPINIONS.get(serial % OPINIONS.size()),
                        REASONS.get(serial / OPINIONS.size() % REASONS.size()),
                        // of another flood nobody says the same
                        begin / 1_000_000 + serial);
        String body = "{\"target\":\"%s\",\"text\":\"%s\"}".formatted(target, text);
        int status = status(() -> edge.post("/api/v1/comments", body, Map.of("authorization", author.bearer())));
        synchronized (this) {
            latencies.answered(System.nanoTime() - due);
            statuses.merge(status, 1, Integer::sum);
        }
    }

    private static int status(Supplier<Reply> asked) {
        try {
            return asked.get().status();
        } catch (Complaint _) {
            return 0;
        }
    }

    /** Ends the flood, and waits for the answers. */
    Flood end() {
        double seconds = (System.nanoTime() - begin) / 1e9;
        close();
        synchronized (this) {
            return new Flood(latencies.tail(seconds), new TreeMap<>(statuses));
        }
    }

    @Override
    public void close() {
        over.set(true);
        threads.close();
    }
}
