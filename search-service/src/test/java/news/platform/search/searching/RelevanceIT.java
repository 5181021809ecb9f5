package news.platform.search.searching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import news.platform.search.SearchServiceTest;
import news.platform.search.index.Item;
import news.platform.search.text.Folding;
import news.platform.search.text.Pinyin;
import news.platform.search.v1.SuggestRequest;
import news.platform.search.v1.SuggestServiceGrpc;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How well a known article is found, over real news. */
class RelevanceIT extends SearchServiceTest {
    private static final Logger log = LoggerFactory.getLogger(RelevanceIT.class);
    private static final int FIRST = 10;

    private List<Corpus> all = List.of();
    private Corpus english = new Corpus(List.of());
    private Corpus chinese = new Corpus(List.of());
    private Corpus flashes = new Corpus(List.of());

    @BeforeEach
    void everythingIsThere() {
        english = Corpus.of("open/articles-en-wikinews-economy.jsonl", Item.ARTICLES, "text");
        chinese = Corpus.of("research-only/articles-zh-finna.jsonl", Item.ARTICLES, "text");
        flashes = Corpus.of("research-only/flash-zh-finnl.jsonl", Item.LIVES, "content");
        all = List.of(english, chinese, flashes);
        all.forEach(corpus -> catalogue.put(corpus.items()));
        var last = flashes.items().getLast();
        await().until(() -> found(last.text().title()).contains(last.id()));
    }

    @Test
    void findsAHeadline() {
        for (var corpus : all) {
            assertThat(rank("headline", corpus, item -> Optional.of(item.text().title())))
                    .isGreaterThanOrEqualTo(0.97);
        }
    }

    @Test
    void findsAPassage() {
        var random = new Random(11);
        for (var corpus : all) {
            assertThat(recall("passage", corpus, item -> Corpus.passage(item, random)))
                    .isGreaterThanOrEqualTo(0.95);
        }
    }

    @Test
    void findsAHeadlineWithATypingError() {
        assertThat(rank("misspelled headline", english, Corpus::misspelled)).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void findsAHeadlineWithATraditionalCharacter() {
        for (var corpus : List.of(chinese, flashes)) {
            assertThat(rank("headline with a traditional character", corpus, Corpus::traditional))
                    .isGreaterThanOrEqualTo(0.9);
        }
    }

    @Test
    void offersAHeadlineByItsPinyin() {
        var pinyin = new Pinyin();
        var service = SuggestServiceGrpc.newBlockingStub(callee.anonymous());
        for (var corpus : List.of(chinese, flashes)) {
            var asked = corpus.items().stream()
                    .map(item -> Folding.letters(item.text().title()))
                    .toList();
            var missed = asked.stream()
                    .filter(title -> service
                            .suggest(SuggestRequest.newBuilder()
                                    .setPrefix(pinyin.full(title.substring(0, Math.min(8, title.length()))))
                                    .build())
                            .getSuggestionsList()
                            .stream()
                            .noneMatch(offered ->
                                    Folding.letters(offered.getText()).equals(title)))
                    .toList();
            double recall = 1 - (double) missed.size() / asked.size();
            log.info(
                    "pinyin: recall@10 {} over {}, e.g. not {}",
                    recall,
                    asked.size(),
                    missed.stream().limit(3).toList());
            assertThat(recall).isGreaterThanOrEqualTo(0.9);
        }
    }

    /** The mean of 1 / the place at which it is found. */
    private double rank(String what, Corpus corpus, Function<Item, Optional<String>> question) {
        return mean(what, corpus, question, place -> 1.0 / place);
    }

    /** How many of all are found. */
    private double recall(String what, Corpus corpus, Function<Item, Optional<String>> question) {
        return mean(what, corpus, question, _ -> 1.0);
    }

    private double mean(
            String what, Corpus corpus, Function<Item, Optional<String>> question, Function<Integer, Double> worth) {
        double sum = 0;
        int asked = 0;
        for (var item : corpus.items()) {
            var text = question.apply(item).map(one -> one.substring(0, Math.min(300, one.length())));
            if (text.isPresent()) {
                asked++;
                int place = place(item, text.get());
                sum += place == 0 ? 0 : worth.apply(place);
                if (place != 1) {
                    log.debug("{}: at {} is {} for {}", what, place, item.text().title(), text.get());
                }
            }
        }
        log.info(
                "{}: {} over {} of {}",
                what,
                String.format(Locale.ROOT, "%.3f", sum / asked),
                asked,
                corpus.items().getFirst().id());
        return sum / asked;
    }

    /** From 1; 0 where it is not among the first. What has the same title cannot be told apart by it. */
    private int place(Item item, String text) {
        var hits = search(request -> request.setQ(text).setPageSize(FIRST)).getHitsList();
        for (int at = 0; at < hits.size(); at++) {
            if (hits.get(at).getId().equals(item.id())
                    || hits.get(at).getTitle().equals(item.text().title())) {
                return at + 1;
            }
        }
        return 0;
    }
}
