package news.platform.search.searching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import news.platform.persistence.page.PageRequest;
import news.platform.search.SearchServiceTest;
import news.platform.search.index.Catalogue;
import news.platform.search.index.Item;
import news.platform.test.Replicas;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Pages of a search fit together, whichever engine finds. */
abstract class PagingContract extends SearchServiceTest {
    private static final int BEFORE = 200;
    private static final int MEANWHILE = 500;
    private static final int PUBLISHED = 50;

    @Autowired
    private FindItems find;

    @Autowired
    private Replicas replicas;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void repeatsAndSkipsNothingOverTwoReplicasWhileOthersArePublished(boolean newestFirst) {
        var word = freshWord();
        var random = new Random(1);
        var before = items(word, BEFORE, random);
        var meanwhile = items(word, MEANWHILE, random);
        try (var other = replicas.another()) {
            var another = other.getBean(Catalogue.class);
            await().until(() -> another.isComplete());
            catalogue.put(before);
            // an index that came about in another way
            another.put(before.reversed().stream().map(PagingContract::old).toList());
            another.put(before.reversed());
            List.of(find, other.getBean(FindItems.class)).forEach(one -> await().until(
                            () -> page(one, word, newestFirst, "").total() == BEFORE));

            var found = new ArrayList<String>();
            var token = "";
            int page = 0;
            do {
                var one = page(page % 2 == 0 ? find : other.getBean(FindItems.class), word, newestFirst, token);
                one.hits().forEach(hit -> found.add(hit.id()));
                token = one.nextToken();
                assertThat(one.total()).isEqualTo(BEFORE);
                int begun = Math.min(page * PUBLISHED, MEANWHILE);
                var published = meanwhile.subList(begun, Math.min(begun + PUBLISHED, MEANWHILE));
                catalogue.put(published);
                another.put(published);
                page++;
            } while (!token.isEmpty());

            assertThat(found).doesNotHaveDuplicates();
            assertThat(found).containsAll(before.stream().map(Item::id).toList());
            assertThat(page).isGreaterThan(10);
        }
    }

    private static Found page(FindItems find, String word, boolean newestFirst, String token) {
        var filter = new Search.Filter("", List.of(), "", "", null, null);
        return find.page(new Search(word + " market", filter, newestFirst), new PageRequest(20, token));
    }

    private static List<Item> items(String word, int count, Random random) {
        return IntStream.range(0, count)
                .mapToObj(number -> SearchFixtures.article(
                        random.nextBoolean() ? "Of " + word + " market" : "Of other things",
                        ("market " + word + " ").repeat(1 + random.nextInt(3)) + "word ".repeat(random.nextInt(40)),
                        Instant.now().minusSeconds(60 + random.nextInt(1_000_000))))
                .toList();
    }

    private static Item old(Item item) {
        return new Item(item.type(), item.id(), 0, true, item.text(), item.placing(), item.publishTime());
    }
}
