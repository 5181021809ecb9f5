package news.platform.ranking.follow;

import java.util.Map;
import java.util.Set;

/** What one reader follows. */
public record Following(Set<String> authors, Set<String> symbols, Set<String> channels, Set<String> topics) {
    /** Nothing, as of somebody who is not logged in. */
    public static final Following NOTHING = of(Map.of());

    static Following of(Map<String, Set<String>> byType) {
        return new Following(
                byType.getOrDefault("authors", Set.of()),
                byType.getOrDefault("symbols", Set.of()),
                byType.getOrDefault("channels", Set.of()),
                byType.getOrDefault("topics", Set.of()));
    }
}
