package news.platform.ranking.hot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import news.platform.ranking.RankingServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Who has one address and ever new user agents moves next to nothing. {@code -Dnews.test.views=1000000} does it with as many views
 * of fifty articles.
 */
class FraudIT extends RankingServiceTest {
    private static final int VIEWS = Integer.getInteger("news.test.views", 10_000);
    private static final int ARTICLES = VIEWS < 1_000_000 ? 10 : 50;
    private static final int PORTION = 5000;
    private static final Duration LONG = Duration.ofMinutes(2);

    @Autowired
    private HotArticles hot;

    private final List<String> articles = new ArrayList<>();

    @BeforeEach
    void articlesOfOneHour() {
        jdbc.sql("truncate item, engagement, pin, demotion").update();
        topicIsKnown();
        for (int number = 0; number < ARTICLES; number++) {
            articles.add(published(article("Number " + number, Duration.ofMinutes(number))));
        }
    }

    @Test
    void oneHundredthOfAllViewsFromOneAddressMoveNothingByMoreThanAPlace() {
        // by Zipf's law: the second half as often as the first, the third a third as often
        double share = VIEWS
                / IntStream.rangeClosed(1, ARTICLES)
                        .mapToDouble(rank -> 1.0 / rank)
                        .sum();
        for (int number = 0; number < ARTICLES; number++) {
            read(articles.get(number), Math.round(share / (number + 1)));
        }
        var clean = ranked();

        var address = freshId();
        var wanted = clean.get(ARTICLES / 2);
        inPortions(VIEWS / 100, () -> viewed(wanted, freshId(), address), () -> heard(address));

        var after = ranked();
        assertThat(after).allSatisfy(article -> assertThat(Math.abs(after.indexOf(article) - clean.indexOf(article)))
                .isLessThanOrEqualTo(1));
    }

    /** Each by another viewer elsewhere. */
    private void read(String article, long views) {
        inPortions(views, () -> viewed(article, freshId(), freshId()), () -> views(article));
    }

    /** So few at once that the buffer of signals takes all. */
    private static void inPortions(long count, Runnable send, LongSupplier heard) {
        for (long sent = 0; sent < count; ) {
            long portion = Math.min(PORTION, count - sent);
            LongStream.range(0, portion).forEach(_ -> send.run());
            sent += portion;
            long expected = sent;
            await().atMost(LONG).until(() -> heard.getAsLong() == expected);
        }
    }

    private long heard(String network) {
        return jdbc.sql("select views from network where network = :network")
                .param("network", network)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private List<String> ranked() {
        return hot.hottest(Period.DAY, clock.instant(), ARTICLES);
    }
}
