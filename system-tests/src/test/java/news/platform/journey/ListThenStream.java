package news.platform.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import news.platform.journey.LiveStream.Told;
import tools.jackson.databind.JsonNode;

/** Readers who list the lives and stream what comes behind the list, while fifty lives a second are published. */
final class ListThenStream {
    private static final int DESKS = 4;
    private static final int MILLIS_BETWEEN = 20;
    private static final int READERS = 4;
    private static final int STREAMED = 3;
    private static final int LISTED = 10;

    private final Visitor editor;
    private final Visitor reader;
    private final List<Told> all = new CopyOnWriteArrayList<>();
    private final Queue<Visitor.Answer> refused = new ConcurrentLinkedQueue<>();

    ListThenStream(Visitor editor, Visitor reader) {
        this.editor = editor;
        this.reader = reader;
    }

    /** Fails where one of the readers misses something. */
    void run(int trials) throws Exception {
        // who publishes ends last: the others wait for it
        try (var desks = Executors.newScheduledThreadPool(DESKS);
                var threads = Executors.newVirtualThreadPerTaskExecutor();
                var everything = new LiveStream(reader, position(list()))) {
            threads.submit(() -> {
                while (true) {
                    all.add(everything.next());
                }
            });
            for (int desk = 0; desk < DESKS; desk++) {
                desks.scheduleAtFixedRate(
                        this::publish, desk * MILLIS_BETWEEN, DESKS * MILLIS_BETWEEN, TimeUnit.MILLISECONDS);
            }
            for (var one : readers(trials, threads)) {
                one.get();
            }
        }
        assertThat(refused).isEmpty();
    }

    private List<Future<Integer>> readers(int trials, ExecutorService threads) {
        return IntStream.range(0, READERS)
                .mapToObj(first -> threads.submit(() -> {
                    for (int trial = first; trial < trials; trial += READERS) {
                        tryOnce();
                    }
                    return trials;
                }))
                .toList();
    }

    private void publish() {
        var answer = editor.post(
                "/api/v1/lives", Map.of("contentHtml", "<p>One of many.</p>", "channelIds", List.of("global")));
        if (answer.status() != 201) {
            refused.add(answer);
        }
    }

    private void tryOnce() throws IOException {
        var list = list();
        long position = position(list);
        var told = new ArrayList<Told>();
        try (var stream = new LiveStream(reader, position)) {
            while (told.size() < STREAMED) {
                told.add(stream.next());
            }
        }

        await().until(() -> behind(position).size() >= STREAMED);
        assertThat(told).isEqualTo(behind(position).subList(0, STREAMED));
        var before = all.stream()
                .filter(one -> one.position() <= position)
                .map(Told::live)
                .toList();
        assertThat(list.path("lives").valueStream().map(live -> live.path("id").asString()))
                .containsAll(before.subList(Math.max(0, before.size() - LISTED), before.size()));
    }

    private List<Told> behind(long position) {
        return all.stream().filter(one -> one.position() > position).toList();
    }

    private JsonNode list() {
        return reader.get("/api/v1/lives").body();
    }

    private static long position(JsonNode list) {
        return Long.parseLong(list.path("streamPosition").asString());
    }
}
