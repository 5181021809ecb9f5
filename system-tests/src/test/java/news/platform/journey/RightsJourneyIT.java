package news.platform.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import news.platform.journey.RightsDesk.Reader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What is paid for, by the tokens that readers have. At full size, {@code -Dnews.test.trials=200 -Dnews.test.requests=100000}, at two
 * gateways before two replicas of content-service, and times are held to a second.
 */
@ExtendWith(SharedPlatform.class)
class RightsJourneyIT {
    private static final int REQUESTS = Integer.getInteger("news.test.requests", 600);

    private static final int READERS = 4;
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String PREMIUM = "plans/premium";

    private final HttpClient http = HttpClient.newHttpClient();
    private Trials trials = new Trials(List.of());
    private RightsDesk desk;
    private String paid = "";
    private String otherPaid = "";
    private String free = "";

    @BeforeEach
    void publish(RunningPlatform platform) {
        trials = Trials.at(platform);
        desk = RightsDesk.of(new Visitor(http, platform.edge(), ""));
        paid = desk.article(true);
        otherPaid = desk.article(true);
        free = desk.article(false);
    }

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void opensAndClosesEverywhereByTheTokenThatTheReaderHas() {
        var opening = new ArrayList<Duration>();
        var closing = new ArrayList<Duration>();
        var ending = new ArrayList<Duration>();
        for (int trial = 0; trial < Trials.COUNT; trial++) {
            if (trial > 0 && trial % Trials.TRIALS_A_TOKEN == 0) {
                desk = RightsDesk.of(desk.anyone());
            }
            var reader = desk.reader();
            var scope = trial % 2 == 0 ? PREMIUM : paid;
            assertThat(trials.edges()).noneMatch(edge -> Trials.isWhole(reader, edge, paid));

            var grant = desk.grant(reader, scope, null);
            opening.add(untilAll(reader, true));
            desk.revoke(grant);
            closing.add(untilAll(reader, false));

            // of an article: a plan has days of grace
            var end = Instant.now().plusMillis(1_500);
            desk.grant(reader, paid, end);
            untilAll(reader, true);
            await().until(() -> !Instant.now().isBefore(end));
            ending.add(untilAll(reader, false));
        }
        Map.of("opened", opening, "closed", closing, "ended", ending).forEach(RightsJourneyIT::judge);
    }

    @Test
    void givesNobodyAWrongBodyWhileRightsChange() throws Exception {
        var planned = desk.reader();
        desk.grant(planned, PREMIUM, null);
        var single = desk.reader();
        desk.grant(single, paid, null);
        var late = desk.reader();
        var end = Instant.now().plusSeconds(2);
        desk.grant(late, paid, end);
        for (var reader : List.of(planned, single, late)) {
            untilAll(reader, true);
        }
        await().until(() -> !Instant.now().isBefore(end.plus(SECOND)));
        var changing = new Changing(desk.reader());
        var kinds = List.of(
                new Kind(new Reader(desk.anyone(), ""), () -> false, () -> false),
                new Kind(desk.reader(), () -> false, () -> false),
                new Kind(planned, () -> true, () -> true),
                new Kind(single, () -> true, () -> false),
                new Kind(late, () -> false, () -> false),
                new Kind(new Reader(desk.editor(), ""), () -> true, () -> true),
                new Kind(changing.reader, changing.expected::get, () -> false));

        Queue<String> wrong = new ConcurrentLinkedQueue<>();
        var reading = new AtomicBoolean(true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var readers = new ArrayList<Future<?>>();
            for (int i = 0; i < READERS; i++) {
                readers.add(threads.submit(() -> {
                    for (int asked = 0; asked < REQUESTS / READERS; asked++) {
                        ask(kinds.get(ThreadLocalRandom.current().nextInt(kinds.size())), wrong);
                    }
                }));
            }
            var changes = threads.submit(() -> {
                do {
                    changing.openAndClose();
                } while (reading.get());
            });
            for (var reader : readers) {
                done(reader);
            }
            reading.set(false);
            done(changes);
        }
        assertThat(wrong).isEmpty();
        judge("opened beside readers", changing.opening);
        judge("closed beside readers", changing.closing);
    }

    @Test
    void holdsRightsWhileNobodyTellsOfThem(RunningPlatform platform) throws IOException {
        var planned = desk.reader();
        desk.grant(planned, PREMIUM, null);
        var single = desk.reader();
        desk.grant(single, paid, null);
        var revoked = desk.reader();
        var grant = desk.grant(revoked, PREMIUM, null);
        for (var reader : List.of(planned, single, revoked)) {
            untilAll(reader, true);
        }
        desk.revoke(grant);
        untilAll(revoked, false);
        var ending = desk.reader();
        // long enough to be seen before it ends, since what is asked for was asked for before
        var end = Instant.now().plusSeconds(10);
        desk.grant(ending, paid, end);
        untilAll(ending, true);

        platform.kill("entitlement");
        try {
            untilAll(planned.again(), true);
            untilAll(single.again(), true);
            untilAll(revoked.again(), false);
            await().until(() -> !Instant.now().isBefore(end));
            untilAll(ending, false);
            untilAll(ending.again(), false);
            assertThat(desk.asked(planned, PREMIUM).status()).isEqualTo(503);
        } finally {
            platform.startAgain("entitlement");
        }
        var late = desk.reader();
        await().atMost(LONG).until(() -> desk.asked(late, PREMIUM).status() == 201);
        untilAll(late, true);
    }

    @Test
    void losesNothingThatOthersHaveWhileArticlesCannotBeAsked(RunningPlatform platform) throws IOException {
        var single = desk.reader();
        desk.grant(single, paid, null);
        untilAll(single, true);
        var edge = platform.edge();
        assertThat(Trials.isWhole(new Reader(desk.anyone(), ""), edge, paid)).isFalse();
        desk.anyone().get("/api/v1/" + free);

        platform.kill("content");
        try {
            var gotFree = single.visitor().get("/api/v1/" + free);
            assertThat(gotFree.status()).isEqualTo(200);
            assertThat(gotFree.text("bodyHtml")).contains("PAID");
            var gotPaid = single.visitor().get("/api/v1/" + paid);
            assertThat(gotPaid.status()).isEqualTo(200);
            assertThat(gotPaid.text("bodyHtml")).isNotEmpty().doesNotContain("PAID");
            assertThat(gotPaid.degraded()).isEqualTo("content-service");
        } finally {
            platform.startAgain("content");
        }
        untilAll(single, true);
    }

    /** Somebody who reads; what they are to get is asked before and after each answer, for it may change meanwhile. */
    private record Kind(Reader reader, Supplier<@Nullable Boolean> whole, Supplier<@Nullable Boolean> otherWhole) {}

    /** A reader whose right comes and goes. */
    private final class Changing {
        private final Reader reader;
        /** Null while it is changing: until it is seen at both gateways either is right. */
        private final AtomicReference<@Nullable Boolean> expected = new AtomicReference<>(false);
        // how long that took, of one thread
        private final List<Duration> opening = new ArrayList<>();
        private final List<Duration> closing = new ArrayList<>();

        Changing(Reader reader) {
            this.reader = reader;
        }

        void openAndClose() {
            expected.set(null);
            var grant = desk.grant(reader, paid, null);
            opening.add(untilAll(reader, true));
            expected.set(true);
            for (int i = 0; i < 20; i++) {
                trials.edges().forEach(edge -> Trials.isWhole(reader, edge, paid));
            }
            expected.set(null);
            desk.revoke(grant);
            closing.add(untilAll(reader, false));
            expected.set(false);
        }
    }

    private void ask(Kind kind, Queue<String> wrong) {
        var random = ThreadLocalRandom.current();
        var edge = trials.edges().get(random.nextInt(trials.edges().size()));
        switch (random.nextInt(3)) {
            case 0 -> check(kind, edge, free, () -> true, wrong);
            case 1 -> check(kind, edge, paid, kind.whole(), wrong);
            default -> check(kind, edge, otherPaid, kind.otherWhole(), wrong);
        }
    }

    private void check(
            Kind kind, String edge, String article, Supplier<@Nullable Boolean> expected, Queue<String> wrong) {
        var before = expected.get();
        var answer = kind.reader().visitor().at(edge).get("/api/v1/" + article);
        var after = expected.get();
        if (answer.status() == 503) {
            return;
        }
        boolean whole = answer.text("bodyHtml").contains("PAID");
        // who may read the whole may get the preview, marked
        boolean excused = !whole && !answer.degraded().isEmpty();
        if (answer.status() != 200
                || answer.text("bodyHtml").isEmpty()
                || answer.body().path("access").path("granted").asBoolean() != whole
                || before != null && before.equals(after) && before != whole && !excused) {
            wrong.add("expected " + before + " of " + article + " by "
                    + kind.reader().id() + ", got " + answer);
        }
    }

    private Duration untilAll(Reader reader, boolean whole) {
        return trials.untilAll(reader, paid, whole);
    }

    private static void judge(String what, List<Duration> took) {
        Trials.judge(what, took, SECOND);
    }

    private static void done(Future<?> task) throws InterruptedException, ExecutionException {
        task.get();
    }
}
