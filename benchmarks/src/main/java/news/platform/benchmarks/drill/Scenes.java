package news.platform.benchmarks.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.StreamSupport;
import news.platform.benchmarks.drill.DrillPace.Phase;
import news.platform.local.console.Complaint;
import news.platform.local.edge.Edge;
import news.platform.local.edge.Reply;
import news.platform.local.process.Pause;
import news.platform.local.up.RunningPlatform;
import org.jspecify.annotations.Nullable;

/** What happens beside the reading: each scene in a thread of its own, one after the other. */
final class Scenes implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    /** Longer than the edge answers without asking. */
    private static final Duration FORGETTING = Duration.ofSeconds(3);

    private static final List<String> AWAY = List.of("calendar", "market");
    private static final String QUOTES = "/api/v1/quotes?symbols=GOLDX&symbols=NRTEN&symbols=SLVTE";

    private final RunningPlatform platform;
    private final Edge edge;
    private final Cast cast;
    private final Desk desk;
    private final DrillPace pace;
    private final Random random;
    private final Timeline timeline;
    private final Seeker seeker;
    private volatile Instant released = Instant.MAX;
    private volatile long releasedNanos;
    private volatile String articleId = "";
    private volatile double found = -1;
    private volatile boolean quotesKept;
    private volatile @Nullable Commenters commenters;
    private volatile Commenters.@Nullable Flood flood;

    /** @param edge asks once: whoever comments sees what there is */
    Scenes(
            RunningPlatform platform,
            Edge edge,
            Cast cast,
            Desk desk,
            DrillPace pace,
            Random random,
            Timeline timeline) {
        this.platform = platform;
        this.edge = edge;
        this.cast = cast;
        this.desk = desk;
        this.pace = pace;
        this.random = random;
        this.timeline = timeline;
        this.seeker = new Seeker(edge, desk, timeline);
    }

    void play(Phase phase) {
        switch (phase.scene()) {
            case BEFORE -> {
                desk.schedule(Instant.now().plusSeconds(phase.seconds()));
                timeline.mark("the calendar says that %s come in %d s, %d thousand are expected"
                        .formatted(desk.name(), phase.seconds(), desk.figure().expected()));
            }
            case FIGURE -> {
                released = Instant.now();
                releasedNanos = System.nanoTime();
                desk.publishFigure();
                timeline.mark("the figure is out: " + desk.figure().actual() + " thousand");
            }
            case STORY -> {
                articleId = desk.publishArticle();
                timeline.mark("the article is out; reads of articles rise to " + phase.to() + "/s");
            }
            case COMMENTS -> {
                commenters = new Commenters(edge, cast, articleId, pace.commentsPerSecond());
                timeline.mark("comments come, " + pace.commentsPerSecond() + " a second");
            }
            case SEARCH_AWAY -> {
                Pause.of(Duration.ofMillis(random.nextInt(phase.seconds() * 500)));
                platform.kill("search");
                timeline.mark("search is killed (kill -9)");
            }
            case SEARCH_BACK -> bringBack();
            case MARKET_AWAY -> killMarket();
            case AFTER -> {
                endFlood();
                timeline.mark("comments end, readers go");
                AWAY.forEach(platform::start);
                timeline.mark("market and calendar are back");
            }
        }
    }

    private void bringBack() {
        timeline.mark("search is started");
        long started = System.nanoTime();
        platform.start("search");
        timeline.mark("search is ready");
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!seeker.finds()) {
            if (System.nanoTime() > end) {
                timeline.mark("search does not find the live");
                return;
            }
            Pause.of(LOOK_EVERY);
        }
        found = (System.nanoTime() - started) / 1e9;
    }

    /** Who asked for quotes before is answered what they were then. */
    private void killMarket() {
        Reply before = edge.get(QUOTES);
        AWAY.forEach(platform::kill);
        timeline.mark("market and calendar are killed");
        Pause.of(FORGETTING);
        Reply after = edge.get(QUOTES);
        quotesKept = after.ok()
                && after.headers().firstValue("x-degraded").isPresent()
                && lasts(after).size() == lasts(before).size();
        timeline.mark("who asks for quotes gets " + after.status() + (quotesKept ? ", the last ones, degraded" : ""));
    }

    private static List<String> lasts(Reply quotes) {
        return StreamSupport.stream(quotes.json().path("quotes").spliterator(), false)
                .map(quote -> quote.path("last").asString(""))
                .filter(last -> !last.isEmpty())
                .toList();
    }

    private void endFlood() {
        Commenters writing = commenters;
        if (writing != null) {
            flood = writing.end();
        }
    }

    /** When the figure was entered. */
    Instant released() {
        return released;
    }

    /** The same in the time of {@link System#nanoTime()}. */
    long releasedNanos() {
        return releasedNanos;
    }

    /** Empty before the article is out. */
    String articleId() {
        return articleId;
    }

    /** Whether quotes were answered as they were last while nobody knew better ones. */
    boolean quotesKept() {
        return quotesKept;
    }

    /** After how many seconds from its start search found the live by itself; negative where it never did. */
    double found() {
        return found;
    }

    /** What became of the comments, after the last scene. */
    Commenters.Flood flood() {
        Commenters.Flood ended = flood;
        if (ended == null) {
            throw new Complaint("Nobody commented.");
        }
        return ended;
    }

    /** What the reader who searches was answered; ends the search. */
    SortedMap<String, Integer> seeking() {
        return seeker.end();
    }

    @Override
    public void close() {
        seeker.close();
        endFlood();
    }
}
