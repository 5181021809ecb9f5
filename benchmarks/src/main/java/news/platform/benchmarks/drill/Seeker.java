package news.platform.benchmarks.drill;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;
import news.platform.local.console.Complaint;
import news.platform.local.edge.Edge;
import news.platform.local.edge.Reply;
import news.platform.local.process.Pause;

/** A reader who searches for the release all the time, always by the same words, and by new ones. */
final class Seeker implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMillis(250);

    private final Edge edge;
    private final String words;
    private final String headline;
    private final Timeline timeline;
    private final SortedMap<String, Integer> answers = new TreeMap<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final Thread thread;
    private String last = "";

    /** Begins; says in the timeline when what it is answered changes. */
    Seeker(Edge edge, Desk desk, Timeline timeline) {
        this.edge = edge;
        this.words = URLEncoder.encode(desk.name(), StandardCharsets.UTF_8);
        this.headline = desk.headline();
        this.timeline = timeline;
        this.thread = Thread.ofVirtual().start(this::run);
    }

    private void run() {
        for (int number = 0; !over.get(); number++) {
            count("the same words", ask(words));
            count("new words", ask("payrolls%20" + number + "%20" + System.nanoTime()));
            Pause.of(EVERY);
        }
    }

    private void count(String question, String answer) {
        synchronized (answers) {
            answers.merge(question + ": " + answer, 1, Integer::sum);
            if (question.startsWith("the same") && !answer.equals(last)) {
                last = answer;
                timeline.mark("a reader who searches for the release gets " + answer);
            }
        }
    }

    private String ask(String question) {
        try {
            Reply reply = edge.get("/api/v1/search?q=" + question);
            if (!reply.ok()) {
                return Integer.toString(reply.status());
            }
            boolean found = StreamSupport.stream(reply.json().path("hits").spliterator(), false)
                    .anyMatch(hit -> hit.path("title").asString("").equals(headline));
            return "200" + (found ? " with the live" : "")
                    + reply.headers()
                            .firstValue("x-degraded")
                            .map(_ -> ", degraded")
                            .orElse("");
        } catch (Complaint _) {
            return "nothing";
        }
    }

    /** Whether it finds the live now, and search answers by itself. */
    boolean finds() {
        String other = ask("payrolls%20" + System.nanoTime());
        return ask(words).equals("200 with the live") && other.startsWith("200") && !other.contains("degraded");
    }

    /** How often it was answered what. */
    SortedMap<String, Integer> end() {
        close();
        synchronized (answers) {
            return new TreeMap<>(answers);
        }
    }

    @Override
    public void close() {
        over.set(true);
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
