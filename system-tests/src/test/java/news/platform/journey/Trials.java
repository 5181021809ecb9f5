package news.platform.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import news.platform.journey.RightsDesk.Reader;

/**
 * How soon an article opens and closes at each of several gateways, tried many times. At full size, {@code -Dnews.test.trials=200}, there are
 * two gateways before two replicas of content-service, and times are held to what they may be.
 *
 * @param edges addresses of gateways
 */
record Trials(List<String> edges) {
    static final int COUNT = Integer.getInteger("news.test.trials", 2);
    /** Some minutes' work: an administrator's token lasts ten. */
    static final int TRIALS_A_TOKEN = 50;

    private static final boolean MEASURED = COUNT >= 200;
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration LOOSE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(10);

    static Trials at(RunningPlatform platform) {
        return new Trials(
                MEASURED ? List.of(platform.edge(), platform.secondEdge("content")) : List.of(platform.edge()));
    }

    /** How long it takes until the article is seen so at each gateway. */
    Duration untilAll(Reader reader, String article, boolean whole) {
        return after(() -> {}, reader, article, whole);
    }

    /** The same from before the step on. */
    Duration after(Runnable step, Reader reader, String article, boolean whole) {
        long begin = System.nanoTime();
        step.run();
        for (var edge : edges) {
            await().atMost(LONG).pollInterval(PAUSE).until(() -> isWhole(reader, edge, article) == whole);
        }
        long end = System.nanoTime();
        return Duration.ofNanos(end - begin);
    }

    static boolean isWhole(Reader reader, String edge, String article) {
        var answer = await().atMost(LONG)
                .until(() -> reader.visitor().at(edge).get("/api/v1/" + article), got -> got.status() == 200);
        return answer.text("bodyHtml").contains("PAID");
    }

    /** Holds all to ten seconds; at full size prints them, and holds 99 of 100 to the limit. */
    static void judge(String what, List<Duration> took, Duration limit) {
        var sorted = took.stream().sorted().toList();
        assertThat(sorted.getLast()).as(what).isLessThan(LOOSE);
        var p99 = sorted.get(Math.min(sorted.size() - 1, (int) (sorted.size() * 0.99)));
        if (MEASURED) {
            System.out.printf(
                    "%s at both gateways, %d times: p50 %d ms, p99 %d ms, worst %d ms%n",
                    what,
                    sorted.size(),
                    sorted.get(sorted.size() / 2).toMillis(),
                    p99.toMillis(),
                    sorted.getLast().toMillis());
            assertThat(p99).as(what).isLessThan(limit);
        }
    }
}
