package news.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import news.platform.fuzz.Fuzz;
import news.platform.fuzz.Setting;
import news.platform.fuzz.contract.Operations;
import news.platform.fuzz.request.Known;
import news.platform.gateway.testing.EdgeClient;
import news.platform.gateway.testing.EdgeTest;
import news.platform.test.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Odd requests of the whole contract: whatever comes, the answer is one that a client can read. */
@EdgeTest
class EdgeFuzzIT {

    private static final int REQUESTS = 1500;
    /** Only where the gateway hangs. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final int WORKERS = 4;
    /** But for the one that says of any bytes that they are JSON. */
    private static final Set<String> WITH_A_TWIN = Set.of(
            "ArticleService/GetArticle",
            "ArticleService/ListArticles",
            "ArticleService/CreateArticle",
            "ArticleService/UpdateArticle",
            "ArticleService/PublishArticle",
            "ArticleService/ListEditorialArticles",
            "EchoService/EchoBody",
            "EchoService/EchoKey",
            "EchoService/EchoQuery",
            "FeedItemService/PushFeedItems",
            "ProfileService/GetProfile",
            "SessionService/DeleteSession");

    @Autowired
    EdgeClient client;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        root().addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        root().detachAppender(log);
    }

    /** Requests that nobody has tried are {@code ./news bench fuzz}'s. */
    @Test
    void bearsWhatItBoreBefore() {
        bears(Long.getLong("news.test.seed", 20261126));
    }

    private void bears(long seed) {
        System.out.println("fuzz seed " + seed);
        var setting = new Setting(
                client.port(),
                seed,
                List.of(Operations.CONTRACT, "testing.desc"),
                WITH_A_TWIN::contains,
                Known.NOTHING,
                role -> TestTokens.user("fuzz-" + role, role),
                WORKERS,
                List.of("127.0.0.1"));

        var outcome = new Fuzz(setting).run(REQUESTS, LONGEST, _ -> {});

        assertThat(outcome.findings())
                .as("seed %d: %s", seed, outcome.statuses())
                .isEmpty();
        assertThat(outcome.requests()).as("seed %d", seed).isEqualTo(REQUESTS);
        assertThat(outcome.operations()).as("seed %d", seed).containsOnlyKeys(WITH_A_TWIN);
        assertThat(log.list).as("seed %d", seed).noneMatch(event -> event.getLevel()
                .isGreaterOrEqual(Level.ERROR));
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
