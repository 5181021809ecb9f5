package news.platform.livenews.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import news.platform.livenews.LivenewsServiceTest;
import news.platform.livenews.log.LogEntry.Event;
import news.platform.livenews.v1.LiveChange;
import news.platform.test.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class LiveLogIT extends LivenewsServiceTest {
    private static final LogEntry ENTRY =
            new LogEntry(Event.UPDATED, "some", new byte[0], List.of("global"), 1, List.of());

    @Autowired
    private LiveLog liveLog;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    @Test
    void letsNobodyPassWhoCommitsLater() throws Exception {
        var first = new CountDownLatch(1);
        var commit = new CountDownLatch(1);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = threads.submit(() -> transaction.execute(_ -> {
                var sequence = liveLog.append(ENTRY);
                first.countDown();
                uninterruptibly(commit::await);
                return sequence;
            }));
            first.await();
            var quick = threads.submit(this::append);
            var before = sequences();
            commit.countDown();

            assertThat(quick.get()).isGreaterThan(slow.get());
            assertThat(before).doesNotContain(slow.get(), quick.get());
        }
    }

    @Test
    void showsNoSequenceBeforeALowerOne() throws Exception {
        var writers = IntStream.range(0, 8)
                .<Callable<Void>>mapToObj(_ -> () -> {
                    for (var number = 0; number < 25; number++) {
                        append();
                    }
                    return null;
                })
                .toList();
        var start = liveLog.end();
        var tailed = new ArrayList<Long>();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var written = writers.stream().map(threads::submit).toList();
            while (tailed.size() < 200) {
                var last = tailed.isEmpty() ? start : tailed.getLast();
                tailed.addAll(after(last));
            }
            for (var writer : written) {
                writer.get();
            }
        }

        assertThat(tailed).isSorted().doesNotHaveDuplicates().isEqualTo(after(start));
    }

    @Test
    void givesNoSequenceTwiceAfterABackupIsRestored() {
        rolledBack(() -> {
            var backup = liveLog.end();
            var lost = List.of(append(), append());
            jdbc.sql("delete from live_log where sequence > ?").param(backup).update();
            jdbc.sql("update live_log_end set sequence = ?").param(backup).update();
            // restoring takes a while
            await().until(() -> clock.millis() > lost.getLast());

            assertThat(append()).isGreaterThan(lost.getLast());
        });
    }

    @Test
    void givesNoSequenceTwiceAfterAllEntriesHaveGone() {
        rolledBack(() -> {
            var last = append();
            jdbc.sql("update live_log_end set sequence = sequence + 1000000").update();
            jdbc.sql("delete from live_log").update();

            assertThat(append()).isEqualTo(last + 1_000_001);
        });
    }

    @Test
    void findsACorrectedLiveByWhatItWasAndByWhatItIs() {
        var live = published(
                flash().clearChannelIds().addChannelIds("gold").setImportance(3).addSymbols("XAUUSD"));

        corrected(
                live.getId(),
                "",
                LiveChange.newBuilder().addChannelIds("tech").setImportance(1).addSymbols("AAPL"));

        assertThat(jdbc.sql("select channel_ids::text || importance || symbols::text from live_log where sequence = ?")
                        .param(liveLog.end())
                        .query(String.class)
                        .single())
                .isEqualTo("{tech,gold,commodity}3{AAPL,XAUUSD}");
    }

    /** Others share the log. */
    private void rolledBack(Runnable test) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            test.run();
        });
    }

    private long append() {
        return Objects.requireNonNull(transaction.execute(_ -> liveLog.append(ENTRY)));
    }

    private List<Long> sequences() {
        return after(0);
    }

    private List<Long> after(long sequence) {
        return jdbc.sql("select sequence from live_log where sequence > ? order by sequence")
                .param(sequence)
                .query(Long.class)
                .list();
    }

    private static void uninterruptibly(Wait wait) {
        try {
            wait.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Wait {
        void await() throws InterruptedException;
    }
}
