package news.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttentionTest {
    private final Attention attention = new Attention();

    @Test
    void isToldBeforeTheRelayHasBegun() {
        assertThat(attention.finds()).isFalse();
    }

    @Test
    void findsWhatIsCommittedWhileItIsAtWork() {
        attention.begin();

        assertThat(attention.finds()).isTrue();
        assertThat(attention.end()).isTrue();
    }

    @Test
    void isToldWhileItWaits() {
        attention.begin();

        assertThat(attention.end()).isFalse();
        assertThat(attention.finds()).isFalse();
    }

    @Test
    void doesNotLookForWhatItHasRead() {
        attention.begin();
        attention.finds();
        attention.begin();

        assertThat(attention.end()).isFalse();
    }
}
