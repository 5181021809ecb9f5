package news.platform.ranking.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import news.platform.ranking.follow.Following;
import news.platform.ranking.item.ItemRef;
import org.junit.jupiter.api.Test;

class OrderTest {
    @Test
    void hasNoBylineTwiceInARowWhereThereIsAChoice() {
        var edition = edition(
                entry("a", 9, "tech", "ann"),
                entry("b", 8, "bond", "ann"),
                entry("c", 7, "forex", "ben"),
                entry("d", 6, "a-stock", "cho"),
                entry("e", 5, "us-stock", "dee"));

        assertThat(order(edition, Set.of(), Following.NOTHING)).containsExactly("a", "c", "d", "e", "b");
    }

    @Test
    void hasNoMoreThanTwoOfAChannelAmongFour() {
        var edition = edition(
                entry("a", 9, "tech", "ann"),
                entry("b", 8, "tech", "ben"),
                entry("c", 7, "tech", "cho"),
                entry("d", 6, "bond", "dee"),
                entry("e", 5, "bond", "eva"));

        assertThat(order(edition, Set.of(), Following.NOTHING)).containsExactly("a", "b", "d", "e", "c");
        assertThat(order(edition, Set.of("tech"), Following.NOTHING)).containsExactly("a", "b", "c");
    }

    @Test
    void hasNoMoreThanTwoLivesAmongFour() {
        var edition = edition(
                live("a", 9), live("b", 8), live("c", 7), entry("d", 6, "tech", "ann"), entry("e", 5, "bond", "ben"));

        assertThat(order(edition, Set.of(), Following.NOTHING)).containsExactly("a", "b", "d", "e", "c");
    }

    @Test
    void keepsTheOrderByHeatWhereThereIsNoChoice() {
        var edition = new Edition(
                1,
                IntStream.range(0, 100)
                        .mapToObj(place -> new Entry(
                                place,
                                ItemRef.article("" + place),
                                -place,
                                List.of("tech"),
                                List.of("ann"),
                                List.of(),
                                List.of()))
                        .toList());

        assertThat(Order.of(edition, Set.of(), Following.NOTHING)).isEqualTo(edition.entries());
    }

    @Test
    void putsHigherWhatIsFollowed() {
        var edition =
                edition(entry("a", 9, "tech", "ann"), entry("b", 8.5, "bond", "ben"), entry("c", 8.1, "forex", "cho"));
        var following = new Following(Set.of("ben"), Set.of(), Set.of("forex"), Set.of());

        assertThat(order(edition, Set.of(), following)).containsExactly("b", "a", "c");
    }

    private static List<String> order(Edition edition, Set<String> channels, Following following) {
        return Order.of(edition, channels, following).stream()
                .map(entry -> entry.ref().id())
                .toList();
    }

    private static Edition edition(Entry... entries) {
        return new Edition(1, List.of(entries));
    }

    private static Entry live(String id, double score) {
        return new Entry(0, ItemRef.live(id), score, List.of(id), List.of(), List.of(), List.of());
    }

    private static Entry entry(String id, double score, String channel, String byline) {
        return new Entry(0, ItemRef.article(id), score, List.of(channel), List.of(byline), List.of(), List.of());
    }
}
