package news.platform.ranking.feed;

import java.time.Clock;
import news.platform.work.Rounds;
import news.platform.work.leader.Leader;
import org.springframework.stereotype.Component;

/** Makes an edition now and then, in one replica: the hottest first, of each story the hottest alone. */
@Component
final class MakeEdition {
    private final Editions editions;
    private final FeedProperties properties;
    private final Clock clock;

    MakeEdition(Editions editions, FeedProperties properties, Clock clock, Rounds rounds, Leader leader) {
        this.editions = editions;
        this.properties = properties;
        this.clock = clock;
        rounds.paced("feed-edition", leader.only("feed-edition", () -> {
            make();
            return properties.every();
        }));
    }

    private void make() {
        var now = clock.instant();
        var listed = Stories.once(editions.candidates(properties, now));
        if (!listed.isEmpty()) {
            editions.save(listed, now);
        }
    }
}
