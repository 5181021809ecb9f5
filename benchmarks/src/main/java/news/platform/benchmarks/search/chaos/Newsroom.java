package news.platform.benchmarks.search.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import news.platform.benchmarks.publish.Draft;
import news.platform.benchmarks.publish.GatewayOutlet;
import news.platform.benchmarks.publish.Topics;
import news.platform.benchmarks.search.Ingestion;
import news.platform.local.console.Complaint;
import news.platform.local.process.Pause;
import news.platform.local.up.RunningPlatform;

/**
 * Corrects some of what was published and takes some back, and does the same with lives of its own. Closing takes its lives
 * back.
 */
final class Newsroom implements AutoCloseable {
    private static final Duration CHANGES = Duration.ofMillis(50);

    private final Ingestion articles;
    private final GatewayOutlet outlet;
    private final Random chance;
    private final AtomicBoolean over = new AtomicBoolean();
    private final String run = UUID.randomUUID().toString();
    private final List<Live> lives = new ArrayList<>();
    private final TreeMap<String, Integer> refusals = new TreeMap<>();
    private int published;
    private int corrected;
    private int recalled;
    private long serial;

    /** One that readers have. */
    private record Live(String id, int topic) {}

    /** @param articles what is published beside it */
    Newsroom(RunningPlatform platform, Ingestion articles, long seed) {
        this.articles = articles;
        this.outlet = new GatewayOutlet(platform);
        this.chance = new Random(seed);
    }

    /** Goes on until it is ended. */
    void work() {
        while (!over.get()) {
            try {
                change();
            } catch (Complaint e) {
                refusals.merge(String.valueOf(e.getMessage()), 1, Integer::sum);
            }
            Pause.of(CHANGES);
        }
    }

    void end() {
        over.set(true);
    }

    /** What it has done; asked when it has ended. */
    ChaosRun.Changes changes() {
        return new ChaosRun.Changes(published, corrected, recalled, new TreeMap<>(refusals));
    }

    private void change() {
        switch (chance.nextInt(6)) {
            case 0 -> publish();
            case 1 -> changeLive();
            default -> changeArticle();
        }
    }

    private void publish() {
        int topic = chance.nextInt(Topics.SIX.size());
        lives.add(new Live(outlet.publish(draft(topic)), topic));
        published++;
    }

    private void changeLive() {
        if (lives.isEmpty()) {
            return;
        }
        int at = chance.nextInt(lives.size());
        var live = lives.get(at);
        if (isRecall()) {
            lives.remove(at);
            outlet.withdraw(live.id());
        } else {
            outlet.correct(live.id(), draft(live.topic()));
        }
    }

    private void changeArticle() {
        var ids = List.copyOf(articles.published().keySet());
        if (ids.isEmpty()) {
            return;
        }
        var id = ids.get(chance.nextInt(ids.size()));
        if (isRecall()) {
            articles.recall(id);
        } else {
            articles.correct(id);
        }
    }

    private boolean isRecall() {
        boolean recall = chance.nextInt(3) == 0;
        recalled += recall ? 1 : 0;
        corrected += recall ? 0 : 1;
        return recall;
    }

    private Draft draft(int topic) {
        return new Draft(run, serial++, topic, false);
    }

    @Override
    public void close() {
        end();
        try {
            lives.forEach(live -> outlet.withdraw(live.id()));
        } catch (Complaint _) {
            // what is left harms nobody
        }
        outlet.close();
    }
}
