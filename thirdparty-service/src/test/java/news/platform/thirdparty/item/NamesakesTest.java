package news.platform.thirdparty.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.platform.thirdparty.clean.IncomingItem;
import org.junit.jupiter.api.Test;

class NamesakesTest {
    private static final Instant TIME = Instant.parse("2024-01-02T03:04:05Z");

    private final Map<String, KnownContent> known = new HashMap<>();

    @Test
    void leavesAnItemThatIsAloneItsUri() {
        assertThat(poll(item("/1", "One"))).containsExactly("g");
    }

    @Test
    void tellsItemsApartByAddressThenTitleThenTime() {
        assertThat(poll(item("/1", "One"), item("/2", "One")))
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(poll(item("/", "One"), item("/", "Two")))
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(poll(item("/", "One", TIME), item("/", "One", TIME.plusSeconds(1))))
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void takesTheSameItemOnce() {
        assertThat(poll(item("/1", "One"), item("/1", "One"))).containsExactly("g");
        assertThat(poll(item("/1", "One"), item("/2", "Two"), item("/1", "One")))
                .hasSize(2);
    }

    @Test
    void keepsItsUriWhetherOthersComeOrGo() {
        IncomingItem one = item("/", "One");
        IncomingItem two = item("/", "Two");
        IncomingItem three = item("/", "Three");

        String first = poll(one).getFirst();
        List<String> both = poll(two, one);
        List<String> later = poll(three, two);
        List<String> last = poll(three);

        assertThat(both.getLast()).isEqualTo(first);
        assertThat(later.getLast()).isEqualTo(both.getFirst());
        assertThat(last).containsExactly(later.getFirst());
    }

    @Test
    void knowsACorrectedTitleByItsAddress() {
        List<String> before = poll(item("/1", "One"), item("/2", "Two"));

        assertThat(poll(item("/1", "One, corrected"), item("/2", "Two"))).isEqualTo(before);
        assertThat(poll(item("/2", "Two, corrected"))).containsExactly(before.getLast());
    }

    @Test
    void takesANewTitleOfALoneItemForACorrection() {
        poll(item("/1", "One"));

        assertThat(poll(item("/1", "One, corrected"))).containsExactly("g");
        assertThat(poll(item("/moved", "One, again"))).containsExactly("g");
    }

    @Test
    void keepsAllAndAlwaysUnderTheSameNamesHoweverTheFeedMoves() {
        List<IncomingItem> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            all.add(item("/" + i % 3, "Title " + i, TIME.plusSeconds(i)));
        }
        Map<String, String> names = new HashMap<>();
        for (int start = 0; start + 4 <= all.size(); start++) {
            List<IncomingItem> shown = all.subList(start, start + 4);
            List<String> uris = poll(shown.toArray(IncomingItem[]::new));

            assertThat(uris).hasSize(4).doesNotHaveDuplicates();
            for (int i = 0; i < 4; i++) {
                String title = shown.get(i).title();
                assertThat(names.computeIfAbsent(title, _ -> "").isEmpty()
                                || names.get(title).equals(uris.get(i)))
                        .as(title)
                        .isTrue();
                names.put(title, uris.get(i));
            }
        }
        assertThat(names.values()).doesNotHaveDuplicates();
    }

    /** What a poll makes of what is shown, remembered for the next. */
    private List<String> poll(IncomingItem... shown) {
        Namesakes namesakes = new Namesakes(List.of(shown));
        Map<String, KnownContent> relevant = new HashMap<>(known);
        relevant.keySet().retainAll(namesakes.uris());
        Map<String, KnownContent> further = new HashMap<>(known);
        further.keySet().retainAll(namesakes.furtherUris(relevant));
        relevant.putAll(further);
        Map<String, IncomingItem> apart = namesakes.toldApart(relevant);
        apart.forEach((uri, item) -> known.put(
                uri,
                new KnownContent(
                        "", item.title(), item.url(), item.publishTime() == null ? TIME : item.publishTime())));
        return List.copyOf(apart.keySet());
    }

    private static IncomingItem item(String url, String title) {
        return item(url, title, TIME);
    }

    private static IncomingItem item(String url, String title, Instant time) {
        return new IncomingItem(
                "g", title, "", "", "", url, time, List.of(), List.of(), List.of(), List.of(), "", "", false);
    }
}
