package news.platform.work.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import news.platform.test.PlatformTest;
import news.platform.work.WorkApplication;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Counted when a test says so. */
@PlatformTest(classes = WorkApplication.class)
class TallyIT {
    @Autowired
    private Tallies tallies;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private final String kind = "kind-" + UUID.randomUUID();
    private final ConcurrentLinkedQueue<Count> told = new ConcurrentLinkedQueue<>();

    @Test
    void tellsHowManyThereAreNotWhatHappened() {
        tallies.add(kind, "a", "likes", 1);
        tallies.addAll(kind, List.of("a", "b", "b"), "likes", 2);
        count();
        aSecondAfterTheLastCount();
        tallies.add(kind, "a", "likes", -3);
        tallies.add(kind, "b", "likes", -1);
        count();

        assertThat(told)
                .filteredOn(count -> count.key().equals("a"))
                .extracting(count -> count.of("likes"))
                .containsExactly(3L, 0L);
        assertThat(told)
                .filteredOn(count -> count.key().equals("b"))
                .extracting(count -> count.of("likes"))
                .containsExactly(4L, 3L);
        assertThat(told)
                .filteredOn(count -> count.key().equals("a"))
                .extracting(Count::version)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void tellsAllMeasuresOfAKeyWhenOneOfThemChanged() {
        tallies.add(kind, "a", "likes", 2);
        tallies.add(kind, "a", "comments", 1);
        count();
        aSecondAfterTheLastCount();
        tallies.add(kind, "a", "likes", 1);
        count();
        aSecondAfterTheLastCount();
        tallies.add(kind, "a", "comments", 0);
        count();

        assertThat(told)
                .extracting(Count::counts)
                .containsExactly(
                        Map.of("likes", 2L, "comments", 1L),
                        Map.of("likes", 3L, "comments", 1L),
                        Map.of("likes", 3L, "comments", 1L));
    }

    @Test
    void tellsOfOneKeyAtMostOnceASecond() {
        tallies.add(kind, "a", "likes", 1);
        count();
        jdbc.sql("update platform.tally set count_time = now() + interval '1 hour' where kind = :kind")
                .param("kind", kind)
                .update();
        tallies.add(kind, "a", "likes", 1);
        tallies.add(kind, "b", "likes", 1);
        count();

        assertThat(told).extracting(Count::key).containsExactly("a", "b");
    }

    @Test
    void readsWhatIsNotCountedYetAsWell() {
        tallies.add(kind, "a", "likes", 2);
        count();
        tallies.add(kind, "a", "likes", 3);
        tallies.add(kind, "a", "comments", 1);

        assertThat(now("a")).isEqualTo(5);
        assertThat(now("b")).isZero();
    }

    @Test
    void lockedCountsKeepNobodyFromAdding() {
        tallies.add(kind, "a", "likes", 1);
        count();

        transaction.executeWithoutResult(_ -> {
            jdbc.sql("select key from platform.tally for update").query().listOfRows();
            inThreads(20, () -> tallies.add(kind, "a", "likes", 1));
        });

        aSecondAfterTheLastCount();
        count();
        assertThat(told).extracting(count -> count.of("likes")).containsExactly(1L, 21L);
    }

    @Test
    void losesNoneWhileManyAddAndSeveralCount() {
        inThreads(200, () -> {
            tallies.add(kind, "a", "likes", 1);
            aSecondAfterTheLastCount();
            count();
        });
        aSecondAfterTheLastCount();
        count();

        assertThat(now("a")).isEqualTo(200);
        assertThat(told).last().extracting(count -> count.of("likes")).isEqualTo(200L);
        assertThat(told).extracting(Count::version).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void countsAgainWhatCouldNotBeTold() {
        tallies.add(kind, "a", "likes", 1);
        var failing = new Counting(
                tally(_ -> {
                    throw new IllegalStateException("not now");
                }),
                jdbc,
                transaction);

        assertThatThrownBy(failing::run).hasMessage("not now");
        count();

        assertThat(told).extracting(count -> count.of("likes")).containsExactly(1L);
    }

    private void count() {
        new Counting(tally(told::addAll), jdbc, transaction).run();
    }

    private Tally tally(Consumer<List<Count>> listener) {
        return new Tally() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public void counted(List<Count> counts) {
                listener.accept(counts);
            }
        };
    }

    private long now(String key) {
        return jdbc.sql("select " + Tallies.now(kind, "'" + key + "'", "likes"))
                .query(Long.class)
                .single();
    }

    private void aSecondAfterTheLastCount() {
        jdbc.sql("update platform.tally set count_time = now() - interval '1 second' where kind = :kind")
                .param("kind", kind)
                .update();
    }

    private static void inThreads(int times, Runnable work) {
        List<Future<?>> all = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int time = 0; time < times; time++) {
                all.add(threads.submit(work));
            }
        }
        assertThat(all).allSatisfy(one -> assertThat(one.state()).isEqualTo(Future.State.SUCCESS));
    }
}
