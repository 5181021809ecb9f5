package news.platform.benchmarks.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import news.platform.benchmarks.load.Tail;
import news.platform.benchmarks.sse.Flash;
import news.platform.benchmarks.sse.Heard;
import org.junit.jupiter.api.Test;

class AuditTest {
    /** Three lives of topic 0, "l0" to "l2" at positions 10 to 12, and one of topic 1. */
    private static final List<Flash> FLASHES = List.of(flash(0, 0), flash(1, 0), flash(2, 0), flash(3, 1));

    private static final List<Published> PUBLISHED =
            IntStream.range(0, 4).mapToObj(i -> published(i, 100 * i)).toList();

    private static Flash flash(int number, int topic) {
        return new Flash(number, "l" + number, 1, "Benchmark " + number, topic, false, 10 + number, 0);
    }

    private static Published published(int number, long sent) {
        return new Published("l" + number, number == 3 ? 1 : 0, sent, sent + 10);
    }

    private static Audit audit(List<Published> published, int... heard) {
        return Audit.of(heardBy(FLASHES, heard), published);
    }

    private static Heard heardBy(List<Flash> flashes, int... heard) {
        return new Heard(
                List.of(new Heard.Sequence(0, heard), new Heard.Sequence(1, new int[] {3})),
                flashes,
                Tail.NONE,
                Tail.NONE,
                0,
                new TreeMap<>(),
                0);
    }

    @Test
    void isContentWhenAllHeardWhatIsTheirsOnceAndInOrder() {
        Audit audit = audit(PUBLISHED, 0, 1, 2);

        assertThat(audit.complaints()).isEmpty();
        assertThat(audit.lives()).isEqualTo(4);
        assertThat(audit.deliveries()).isEqualTo(4);
    }

    @Test
    void findsWhatOneClientMissed() {
        assertThat(audit(PUBLISHED, 0, 2).complaints()).containsExactly("1 events were missed");
    }

    @Test
    void findsWhatAllClientsMissed() {
        List<Published> published = List.of(published(0, 0), new Published("lost", 0, 5, 6));

        assertThat(audit(published, 0, 1, 2).complaints()).containsExactly("1 events were missed");
    }

    @Test
    void findsWhatCameAgainOrTooLateOrToStrangers() {
        assertThat(audit(PUBLISHED, 0, 2, 1, 1, 3).complaints())
                .containsExactly(
                        "1 events came again",
                        "1 events came behind a later one",
                        "1 events came to clients whose filter does not let them through");
    }

    @Test
    void findsLivesThatStandBeforeEarlierOnes() {
        List<Published> published = List.of(published(0, 500), published(1, 0), published(2, 600), published(3, 700));

        assertThat(audit(published, 0, 1, 2).overtaken()).isEqualTo(1);
    }

    @Test
    void findsALiveThatWasPublishedTwice() {
        Flash twin = new Flash(1, "twin", 1, "Benchmark 0", 0, false, 11, 0);

        Audit audit = Audit.of(
                heardBy(List.of(FLASHES.getFirst(), twin, FLASHES.get(2), FLASHES.get(3)), 0, 1, 2), List.of());

        assertThat(audit.complaints()).containsExactly("1 lives were published twice");
    }
}
