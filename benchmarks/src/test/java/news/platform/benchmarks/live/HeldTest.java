package news.platform.benchmarks.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeldTest {
    private static final Held BEFORE = new Held(60e6, 200e6, 424e6);

    @Test
    void countsWhatIsAliveWhereTheHeapHadRoomForIt() {
        var held = new Held(110e6, 300e6, 524e6).since(BEFORE, 10_000);

        assertThat(held).isEqualTo(new Held(5_000, 10_000, 10_000));
        assertThat(held.most()).isEqualTo(15_000);
    }

    @Test
    void countsTheProcessWhereTheHeapGrewByMoreThanWhatIsAlive() {
        assertThat(new Held(110e6, 300e6, 634e6).since(BEFORE, 10_000).most()).isEqualTo(21_000);
    }
}
