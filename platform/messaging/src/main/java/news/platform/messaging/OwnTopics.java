package news.platform.messaging;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import news.platform.work.Rounds;

/**
 * Makes the application's own topics when it starts, so that consumers find them before the first event, and says, then and
 * once a day, where one that is there differs from its contract. A broker that is away keeps nothing from starting.
 */
final class OwnTopics {
    private static final Duration SELDOM = Duration.ofDays(1);

    private final Topics topics;

    OwnTopics(Topics topics, Rounds rounds) {
        this.topics = topics;
        if (!topics.own().isEmpty()) {
            rounds.paced("own-topics", this::make);
        }
    }

    private Duration make() throws ExecutionException {
        List<String> own = topics.own();
        topics.require(own);
        topics.compare(own);
        return SELDOM;
    }
}
