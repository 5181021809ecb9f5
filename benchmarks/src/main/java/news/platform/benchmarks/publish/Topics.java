package news.platform.benchmarks.publish;

import java.util.List;
import java.util.Map;

/** Six filters of the stream that have no live in common, by all that the stream filters by, and one for slow clients. */
public enum Topics {
    FOREX("channel=forex", "forex", "", 1),
    COMMODITY("channel=commodity&minImportance=2", "commodity", "", 2),
    BOND("channel=bond&minImportance=3", "bond", "", 3),
    FIRST("symbol=BENCH-1", "tech", "BENCH-1", 1),
    SECOND("symbol=BENCH-2&minImportance=2", "tech", "BENCH-2", 3),
    THIRD("symbol=BENCH-3&channel=us-stock", "us-stock", "BENCH-3", 2),
    SLOW("symbol=BENCH-SLOW", "tech", "BENCH-SLOW", 1);

    /** All that ordinary clients listen to. */
    public static final List<Topics> SIX = List.of(values()).subList(0, SLOW.ordinal());

    private static final String TEXT =
            "The benchmark reports the %d. live of this run; its words are as many as those of"
                    + " a common flash, and nobody is to trade on them. ";
    private static final String LONG_TEXT = "Nobody reads so much at once. ".repeat(1000);

    private final String filter;
    private final String channel;
    private final String symbol;
    private final int importance;

    Topics(String filter, String channel, String symbol, int importance) {
        this.filter = filter;
        this.channel = channel;
        this.symbol = symbol;
        this.importance = importance;
    }

    /** Of its stream. */
    public String path() {
        return "/api/v1/lives:stream?" + filter;
    }

    /** The request that publishes it; a slow client's live is a long one. */
    Map<String, Object> request(Draft draft) {
        return Map.of(
                "title",
                "Benchmark " + draft.serial(),
                "contentHtml",
                "<p>" + TEXT.formatted(draft.serial()) + (this == SLOW ? LONG_TEXT : "") + "</p>",
                "channelIds",
                List.of(channel),
                "importance",
                importance,
                "symbols",
                symbol.isEmpty() ? List.of() : List.of(symbol),
                "tags",
                draft.burst() ? List.of("topic-" + ordinal(), "burst") : List.of("topic-" + ordinal()));
    }
}
