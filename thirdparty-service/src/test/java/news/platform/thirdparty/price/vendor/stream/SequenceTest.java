package news.platform.thirdparty.price.vendor.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.LongStream;
import news.platform.thirdparty.price.vendor.stream.Sequence.Gap;
import org.junit.jupiter.api.Test;

class SequenceTest {
    private final Sequence sequence = new Sequence();

    @Test
    void beginsWithWhateverComesFirst() {
        assertThat(sequence.next(70).before()).isEmpty();
        assertThat(sequence.next(72).before()).contains(new Gap(71, 71));
    }

    @Test
    void findsWhatIsMissingBetweenTwoConnections() {
        sequence.next(1);
        sequence.reconnected();

        assertThat(sequence.next(4).before()).contains(new Gap(2, 3));
    }

    @Test
    void aVendorThatCountsAnewHasLeftNothingOut() {
        sequence.next(500);
        sequence.next(510);
        sequence.reconnected();

        assertThat(sequence.next(1)).isEqualTo(new Sequence.Place(true, false, Optional.empty()));
        assertThat(sequence.next(2).isNew()).isTrue();
        // what was missing of the count before is no message of this one
        assertThat(sequence.next(3).wasMissing()).isFalse();
    }

    @Test
    void takesWhatIsNotCountedAsItComes() {
        assertThat(LongStream.of(0, 0, 0).mapToObj(sequence::next)).allMatch(Sequence.Place::isNew);
    }

    @Test
    void remembersTheLatestOfALargeGap() {
        sequence.next(1);
        var gap = sequence.next(Long.MAX_VALUE).before().orElseThrow();

        assertThat(gap).isEqualTo(new Gap(2, Long.MAX_VALUE - 1));
        assertThat(sequence.next(Long.MAX_VALUE - 1).isNew()).isTrue();
        assertThat(sequence.next(Long.MAX_VALUE - Sequence.REMEMBERED).isNew()).isTrue();
        assertThat(sequence.next(Long.MAX_VALUE - Sequence.REMEMBERED - 1).isNew())
                .isFalse();
    }
}
