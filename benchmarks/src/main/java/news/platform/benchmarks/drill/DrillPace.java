package news.platform.benchmarks.drill;

import java.util.List;

/**
 * How many take part, and for how long.
 *
 * @param readers with a device each, who also comment
 * @param listeners to the live news
 * @param commentsPerSecond while they flood; one reader may write twenty a minute
 * @param phases in their order
 */
record DrillPace(int readers, int listeners, int commentsPerSecond, List<Phase> phases) {
    private static final int CALM = 200;
    private static final int CROWD = 2000;

    /** What happens in a phase. */
    enum Scene {
        BEFORE,
        FIGURE,
        STORY,
        COMMENTS,
        SEARCH_AWAY,
        SEARCH_BACK,
        MARKET_AWAY,
        AFTER
    }

    /**
     * A part of the drill.
     *
     * @param from reads of articles in its first second; of lives there are a tenth of them
     * @param to reads in its last one
     */
    record Phase(Scene scene, String name, int from, int to, int seconds) {}

    static DrillPace full() {
        return new DrillPace(100, 1000, 25, phases(1));
    }

    static DrillPace quick() {
        return new DrillPace(30, 200, 8, phases(3));
    }

    private static List<Phase> phases(int shorter) {
        return List.of(
                new Phase(Scene.BEFORE, "before the figure", CALM, CALM, 21 / shorter),
                new Phase(Scene.FIGURE, "the figure is out", CALM, CALM, 12 / shorter),
                new Phase(Scene.STORY, "the article is out, readers come", CALM, CROWD, 18 / shorter),
                new Phase(Scene.COMMENTS, "comments flood", CROWD, CROWD, 30 / shorter),
                new Phase(Scene.SEARCH_AWAY, "search is killed", CROWD, CROWD, 21 / shorter),
                new Phase(Scene.SEARCH_BACK, "search comes back", CROWD, CROWD, 36 / shorter),
                new Phase(Scene.MARKET_AWAY, "market and calendar are killed", CROWD, CROWD, 15 / shorter),
                new Phase(Scene.AFTER, "readers go", CROWD, CALM, 15 / shorter));
    }
}
