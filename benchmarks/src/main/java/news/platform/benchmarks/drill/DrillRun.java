package news.platform.benchmarks.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import news.platform.benchmarks.load.Tail;

/**
 * All that was seen.
 *
 * @param listening what became of the live at those who listened
 * @param seeking how often the reader who searches was answered what
 * @param found after how many seconds from its start search found the live by itself again; negative where it never did
 * @param quotesKept whether quotes were answered as they were last while market-service was away
 */
record DrillRun(
        long seed,
        DrillPace pace,
        Figure figure,
        List<Timeline.Mark> timeline,
        List<Seen> seen,
        Listening listening,
        Pushes.Fanout push,
        List<Ticker.Jump> jumps,
        Commenters.Flood flood,
        SortedMap<String, Integer> seeking,
        double found,
        boolean quotesKept) {
    private static final double MOST_MILLIS = 250;
    /** What is not news moves prices by less within seconds. */
    private static final double LEAST_PERCENT = 0.5;

    /** What came and what was expected, in thousands. */
    record Figure(int actual, int expected) {}

    /** What readers saw in a phase. */
    record Seen(DrillPace.Phase phase, Tail articles, Tail lives) {}

    /**
     * What became of the live.
     *
     * @param heard listeners that heard it once
     * @param again how often one heard it that had heard it before
     * @param broken streams that ended before their listener left
     */
    record Listening(int listeners, int heard, int again, Tail latency, long broken) {}

    /** What is not as it should be, empty where all is. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        for (Seen each : seen) {
            judge("articles", each.phase, each.articles, complaints);
            judge("lives", each.phase, each.lives, complaints);
        }
        require(listening.heard == listening.listeners, "the live was heard by " + listening.heard, complaints);
        require(listening.again == 0, "the live was heard again " + listening.again + " times", complaints);
        require(listening.broken == 0, listening.broken + " streams of lives broke", complaints);
        require(
                push.told() == push.devices(),
                push.told() + " of " + push.devices() + " devices were told",
                complaints);
        require(push.again() == 0, "devices were told again " + push.again() + " times", complaints);
        for (Ticker.Jump jump : jumps) {
            double percent = jump.percent() * Math.signum(figure.actual - figure.expected);
            require(percent >= LEAST_PERCENT, "the quote of " + jump.symbol() + " did not jump", complaints);
        }
        flood.statuses().forEach((status, count) -> {
            if (status != 201 && status != 202 && status != 429) {
                complaints.add(count + " comments were answered " + status);
            }
        });
        require(quotesKept, "quotes were not answered as they were last while market was away", complaints);
        require(found >= 0, "search did not find the live again", complaints);
        return complaints;
    }

    private static void judge(String what, DrillPace.Phase phase, Tail tail, List<String> complaints) {
        require(
                tail.failures() == 0,
                "%s, %s: %d reads failed".formatted(what, phase.name(), tail.failures()),
                complaints);
        require(
                tail.p99Millis() < MOST_MILLIS,
                String.format(
                        Locale.ROOT,
                        "%s, %s: p99 %.0f ms (expected: < %.0f)",
                        what,
                        phase.name(),
                        tail.p99Millis(),
                        MOST_MILLIS),
                complaints);
    }

    private static void require(boolean good, String otherwise, List<String> complaints) {
        if (!good) {
            complaints.add(otherwise);
        }
    }
}
