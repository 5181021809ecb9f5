package news.platform.benchmarks.publish;

import java.time.Duration;
import java.util.List;
import news.platform.benchmarks.sse.StreamClients;
import news.platform.local.process.Pause;

/** How many events should come to all clients together. */
public final class Deliveries {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration SILENCE = Duration.ofSeconds(2);

    private Deliveries() {}

    /** Clients are shared out among the topics in turns. */
    public static long expected(List<Published> published, int clients) {
        int topics = Topics.SIX.size();
        return published.stream()
                .filter(live -> live.topic() < topics)
                .mapToLong(live -> (clients + topics - 1 - live.topic()) / topics)
                .sum();
    }

    /** Waits until so many have come, but not for long, and then until no more come: a live may be heard that nobody was told of. */
    public static void await(StreamClients streams, List<Published> published, int clients) {
        long expected = expected(published, clients);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (streams.deliveries() < expected && System.nanoTime() < deadline) {
            Pause.of(Duration.ofMillis(50));
        }
        long before;
        do {
            before = streams.deliveries();
            Pause.of(SILENCE);
        } while (streams.deliveries() != before);
    }
}
