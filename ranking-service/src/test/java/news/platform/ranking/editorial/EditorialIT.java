package news.platform.ranking.editorial;

import static news.platform.test.grpc.Refusals.assertInvalid;
import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import news.platform.proto.Timestamps;
import news.platform.ranking.RankingServiceTest;
import news.platform.ranking.item.ItemRef;
import news.platform.ranking.v1.DemoteItemRequest;
import news.platform.ranking.v1.ListDemotionsRequest;
import news.platform.ranking.v1.ListPinsRequest;
import news.platform.ranking.v1.PinItemRequest;
import news.platform.ranking.v1.RestoreItemRequest;
import news.platform.ranking.v1.UnpinItemRequest;
import org.junit.jupiter.api.Test;

class EditorialIT extends RankingServiceTest {
    @Test
    void notesWhatEditorsDoForGood() {
        var article = published(article("One", Duration.ofHours(1)));

        editor().pinItem(pin(article).build());
        editor().unpinItem(unpin(article));
        editor().unpinItem(unpin(article));
        editor().demoteItem(demotion(article).build());
        editor().restoreItem(RestoreItemRequest.newBuilder()
                .setType("articles")
                .setId(article)
                .build());

        assertThat(actions(article)).containsExactly("PINNED", "UNPINNED", "DEMOTED", "RESTORED");
        assertThatThrownBy(() -> jdbc.sql("delete from audit_entry").update())
                .hasMessageContaining("rows are only added");
    }

    @Test
    void ranksNothingThatReadersDoNotHave() {
        var gone = published(article("One", Duration.ofHours(1)));
        recalled(gone);

        assertRefused("ITEM_NOT_FOUND", () -> editor().pinItem(pin("none").build()));
        assertRefused("ITEM_RECALLED", () -> editor().pinItem(pin(gone).build()));
        assertRefused(
                "ITEM_NOT_FOUND", () -> editor().demoteItem(demotion("none").build()));
        assertRefused("ITEM_RECALLED", () -> editor().demoteItem(demotion(gone).build()));
    }

    @Test
    void leavesAPinWhereItIsWhenThereIsNoSuchChannel() {
        var article = published(article("One", Duration.ofHours(1)));
        editor().pinItem(pin(article).setPosition(2).build());

        var elsewhere = pin(article).setChannel("nowhere").build();
        assertRefused("UNKNOWN_CHANNEL", () -> editor().pinItem(elsewhere), "channel");
        assertThatThrownBy(() -> editor().pinItem(elsewhere)).hasMessageContaining("one of tech, commodity, gold");

        assertThat(editor().listPins(ListPinsRequest.getDefaultInstance()).getPinsList())
                .filteredOn(pin -> pin.getId().equals(article))
                .singleElement()
                .satisfies(pin -> assertThat(pin.getChannel()).isEmpty());
        editor().unpinItem(unpin(article));
        assertThat(actions(article)).containsExactly("PINNED", "UNPINNED");
    }

    @Test
    void namesTheFieldThatIsWrong() {
        assertInvalid(() -> editor().pinItem(pin("one").setType("users").build()), "type");
        assertInvalid(() -> editor().pinItem(pin("one").setPosition(0).build()), "position");
        assertInvalid(
                () -> editor().pinItem(pin("one")
                        .setUntil(Timestamps.of(before(Duration.ofHours(1))))
                        .build()),
                "until");
        assertInvalid(() -> editor().demoteItem(demotion("one").setFactor(1).build()), "factor");
        assertInvalid(() -> editor().demoteItem(demotion("one").clearUntil().build()), "until");
    }

    @Test
    void listsWhatIsInForce() {
        var article = published(article("One", Duration.ofHours(1)));
        var wanted = pin(article).setChannel("tech").setPosition(3).build();
        editor().pinItem(wanted);
        editor().demoteItem(demotion(article).build());

        var pins = editor().listPins(ListPinsRequest.getDefaultInstance()).getPinsList();
        var demotions = editor().listDemotions(ListDemotionsRequest.getDefaultInstance())
                .getDemotionsList();

        assertThat(pins)
                .filteredOn(pin -> pin.getId().equals(article))
                .singleElement()
                .satisfies(pin -> {
                    assertThat(pin.getType()).isEqualTo("articles");
                    assertThat(pin.getChannel()).isEqualTo("tech");
                    assertThat(pin.getPosition()).isEqualTo(3);
                    assertThat(pin.getUntil()).isEqualTo(wanted.getUntil());
                });
        assertThat(demotions)
                .filteredOn(one -> one.getId().equals(article))
                .singleElement()
                .satisfies(one -> assertThat(one.getFactor()).isEqualTo(0.1));
        editor().unpinItem(unpin(article));
        assertThat(editor().listPins(ListPinsRequest.getDefaultInstance()).getPinsList())
                .noneMatch(pin -> pin.getId().equals(article));
    }

    @Test
    void placesPinsWhereTheyAreWanted() {
        var ranked = refs("a", "b", "c");

        assertThat(Pin.placed(ranked, List.of(pinned("c", 1), pinned("x", 3)))).isEqualTo(refs("c", "a", "x", "b"));
        assertThat(Pin.placed(ranked, List.of(pinned("x", 1), pinned("y", 1))))
                .isEqualTo(refs("x", "y", "a", "b", "c"));
        assertThat(Pin.placed(refs("a"), List.of(pinned("x", 20)))).isEqualTo(refs("a", "x"));
        assertThat(Pin.placed(List.of(), List.of())).isEmpty();
    }

    private PinItemRequest.Builder pin(String id) {
        return PinItemRequest.newBuilder()
                .setType("articles")
                .setId(id)
                .setPosition(1)
                .setUntil(Timestamps.of(clock.instant().plusSeconds(3600)));
    }

    private static UnpinItemRequest unpin(String id) {
        return UnpinItemRequest.newBuilder().setType("articles").setId(id).build();
    }

    private DemoteItemRequest.Builder demotion(String id) {
        return DemoteItemRequest.newBuilder()
                .setType("articles")
                .setId(id)
                .setFactor(0.1)
                .setUntil(Timestamps.of(clock.instant().plusSeconds(3600)));
    }

    private List<String> actions(String id) {
        return jdbc.sql("select action from audit_entry where subject = 'articles/' || :id order by id")
                .param("id", id)
                .query(String.class)
                .list();
    }

    private Pin pinned(String id, int position) {
        return new Pin(ItemRef.article(id), Pin.HOME, position, clock.instant());
    }

    private static List<ItemRef> refs(String... ids) {
        return Stream.of(ids).map(ItemRef::article).toList();
    }
}
