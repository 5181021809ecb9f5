package news.platform.search.searching;

import static news.platform.test.grpc.Refusals.assertInvalid;
import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import news.platform.proto.Timestamps;
import news.platform.search.SearchServiceTest;
import news.platform.search.index.Item;
import news.platform.search.v1.ExplainSearchRequest;
import news.platform.search.v1.FacetValue;
import news.platform.search.v1.SearchResponse;
import news.platform.search.v1.SearchServiceGrpc;
import news.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

/** What is found, in which order, and what is shown of it, whichever engine finds. */
abstract class SearchContract extends SearchServiceTest {
    private final String word = freshWord();

    @Test
    void prefersTitleToSummaryToBody() {
        var now = Instant.now().minusSeconds(60);
        var body = article("One", "x", "This is about " + word + " and more.", now);
        var summary = article("Two", "Of " + word, "This is about something.", now);
        var title = article("Of " + word + " today", "x", "This is about something.", now);
        have(body, summary, title);

        assertThat(found(word)).containsExactly(title.id(), summary.id(), body.id());
    }

    @Test
    void prefersWhatIsNew() {
        var old = SearchFixtures.article("Of " + word, "text", Instant.now().minus(Duration.ofDays(30)));
        var fresh = SearchFixtures.article("Of " + word, "text", Instant.now().minusSeconds(60));
        have(old, fresh);

        assertThat(found(word + " of")).containsExactly(fresh.id(), old.id());
    }

    @Test
    void hasExactTitlesAndInstrumentsFirst() {
        var now = Instant.now().minusSeconds(60);
        var exact = SearchFixtures.article(word + " rises", "short", now.minus(Duration.ofDays(300)));
        var wordy = SearchFixtures.article(word + " rises " + word + " " + word, "rises " + word, now);
        var about = SearchFixtures.item(
                Item.ARTICLES,
                new Item.Text("Quarterly results", "", "No name", "", "en"),
                List.of(),
                List.of("QQ9.SH"),
                now);
        var naming = SearchFixtures.article("QQ9 and qq9", "QQ9 qq9 qq9", now);
        have(exact, wordy, about, naming);

        assertThat(found(word + " rises")).containsExactly(exact.id(), wordy.id());
        assertThat(found("qq9")).first().isEqualTo(about.id());
        assertThat(found("QQ9.SH")).first().isEqualTo(about.id());
        assertThat(found("symbol:qq9 results")).containsExactly(about.id());
    }

    @Test
    void readsChineseHoweverItIsWritten() {
        var item = SearchFixtures.article("贵州茅台" + word + "业绩增长", "公司公布了年度报告");
        have(item);

        for (var question :
                List.of("貴州茅臺 " + word, "茅台 " + word, "业绩 " + word, "業績 " + word.toUpperCase(), "台 " + word)) {
            assertThat(found(question)).as(question).contains(item.id());
        }
    }

    @Test
    void readsFormsOfEnglishWordsAndPrefersTheOneThatIsAsked() {
        var banking = SearchFixtures.article("Banking " + word, "text");
        var banks = SearchFixtures.article("Banks " + word, "text");
        have(banking, banks);

        assertThat(found("banks " + word)).containsExactly(banks.id(), banking.id());
        assertThat(found("BANKING " + word)).containsExactly(banking.id(), banks.id());
    }

    @Test
    void takesPhrasesMinusAndAuthors() {
        var one = SearchFixtures.article("Interest rate " + word, "text");
        var other = SearchFixtures.article("Rate of interest " + word, "text");
        have(one, other);

        assertThat(found("\"interest rate\" " + word)).containsExactly(one.id());
        assertThat(found(word + " -interest")).isEmpty();
        assertThat(found(word + " -\"interest rate\"")).containsExactly(other.id());
        assertThat(found(word + " author:\"ann lee\"")).hasSize(2);
        assertThat(found(word + " author:user-1")).hasSize(2);
        assertThat(found(word + " author:nobody")).isEmpty();
    }

    @Test
    void limitsAndCountsByWhatThingsHaveInCommon() {
        var now = Instant.now();
        have(
                item(Item.ARTICLES, "en-GB", List.of("tech"), List.of("AAPL"), now.minus(Duration.ofHours(1))),
                item(Item.ARTICLES, "zh", List.of("tech", "global"), List.of(), now.minus(Duration.ofDays(3))),
                item(Item.LIVES, "", List.of("global"), List.of("AAPL", "MSFT"), now.minus(Duration.ofDays(40))));

        var all = search(word);

        assertThat(all.getTotalEstimate()).isEqualTo(3);
        assertThat(counts(all, "type")).isEqualTo(Map.of("articles", 2, "lives", 1));
        assertThat(counts(all, "channel")).isEqualTo(Map.of("tech", 2, "global", 2));
        assertThat(counts(all, "lang")).isEqualTo(Map.of("en", 1, "zh", 1));
        assertThat(counts(all, "symbol")).isEqualTo(Map.of("AAPL", 2, "MSFT", 1));
        assertThat(counts(all, "date")).isEqualTo(Map.of("day", 1, "week", 2, "month", 2, "year", 3));
        assertThat(search(r -> r.setQ(word).setType("lives")).getHitsCount()).isOne();
        assertThat(search(r -> r.setQ(word).setChannel("tech")).getHitsCount()).isEqualTo(2);
        assertThat(search(r -> r.setQ(word).setLang("en")).getHitsCount()).isOne();
        assertThat(search(r -> r.setQ(word).setSymbol("AAPL").setType("articles"))
                        .getHitsCount())
                .isOne();
        var from = Timestamps.of(now.minus(Duration.ofDays(4)));
        assertThat(search(r -> r.setQ(word).setFrom(from)).getHitsCount()).isEqualTo(2);
        assertThat(search(r -> r.setQ(word).setTo(from)).getHitsCount()).isOne();
    }

    @Test
    void findsInAChannelWhatIsInThoseWithinIt() {
        var now = Instant.now().minusSeconds(60);
        var bars = item(Item.ARTICLES, "en", List.of("bars"), List.of(), now);
        var other = item(Item.ARTICLES, "en", List.of("tech"), List.of(), now);
        have(bars, other);

        await().untilAsserted(() -> assertThat(
                        search(r -> r.setQ(word).setChannel("commodity")).getHitsList())
                .extracting(hit -> hit.getId())
                .containsExactly(bars.id()));
        assertThat(search(r -> r.setQ(word).setChannel("bars")).getHitsCount()).isOne();
    }

    @Test
    void marksWhatWasSoughtAndNothingElse() {
        var item = SearchFixtures.article(
                "<b>" + word + "</b> & co", "First. Then <script>alert(1)</script> " + word + ". Last.");
        have(item);

        var hit = search(word).getHits(0);

        assertThat(hit.getTitle()).isEqualTo("<b>" + word + "</b> & co");
        assertThat(hit.getTitleHighlight()).isEqualTo("&lt;b&gt;<em>" + word + "</em>&lt;&#x2F;b&gt; &amp; co");
        assertThat(hit.getSnippetHighlight()).contains("<em>" + word + "</em>").contains("&lt;script&gt;");
    }

    @Test
    void findsWhatIsPaidForAndNeverShowsIt() {
        var paid = SearchFixtures.item(
                Item.ARTICLES,
                new Item.Text("Premium", "", "The preview.", "The preview. The secret " + word + " recipe.", "en"),
                List.of("global"),
                List.of(),
                Instant.now().minusSeconds(60));
        have(paid);

        var found = search(word);

        assertThat(found.getHitsList()).extracting(hit -> hit.getId()).containsExactly(paid.id());
        assertThat(found.toString()).doesNotContain("secret").doesNotContain(word);
        assertThat(found("\"secret " + word + "\"")).isEmpty();
        assertThat(search(word.substring(0, word.length() - 1) + "q").getDidYouMean())
                .isEmpty();
    }

    @Test
    void offersAnotherWordWhereNothingIsFound() {
        have(SearchFixtures.article("About " + word, "text"));
        var misspelled = word.substring(0, word.length() - 2) + "qx";

        var found = search(misspelled);

        assertThat(found.getHitsCount()).isZero();
        assertThat(found.getDidYouMean()).isEqualTo(word);
    }

    @Test
    void neverShowsWhatIsToComeLater() {
        have(SearchFixtures.article("Of " + word, "text", Instant.now().plusSeconds(3600)));

        assertThat(search(word).getTotalEstimate()).isZero();
    }

    @Test
    void ordersByTimeWhereThatIsAsked() {
        var now = Instant.now();
        var items = List.of(
                SearchFixtures.article("Of " + word + " " + word, "text", now.minusSeconds(300)),
                SearchFixtures.article("Other", word, now.minusSeconds(100)),
                SearchFixtures.article("Of " + word, "text", now.minusSeconds(200)));
        have(items.toArray(Item[]::new));

        var found = search(r -> r.setQ(word).setOrder("time"));

        assertThat(found.getHitsList())
                .extracting(hit -> hit.getId())
                .containsExactly(
                        items.get(1).id(), items.get(2).id(), items.get(0).id());
    }

    @Test
    void explainsToEditors() {
        have(SearchFixtures.article("Of " + word, "text"));
        var editor = SearchServiceGrpc.newBlockingStub(callee.as(TestTokens.user("editor-1", "editor")));

        var explained = editor.explainSearch(
                ExplainSearchRequest.newBuilder().setQ(word).build());

        assertThat(explained.getHits(0).getExplanation()).isNotBlank();
    }

    @Test
    void refusesWhatItCannotMean() {
        assertInvalid(() -> search(""), "q");
        assertInvalid(() -> search(r -> r.setQ("a").setType("comments")), "type");
        assertInvalid(() -> search(r -> r.setQ("a").setOrder("best")), "order");
        assertRefused("BAD_PAGE_TOKEN", () -> search(r -> r.setQ("a").setPageToken("forged")), "pageToken");
    }

    private Item article(String title, String summary, String body, Instant time) {
        return SearchFixtures.item(
                Item.ARTICLES, new Item.Text(title, summary, body, "", "en"), List.of("global"), List.of(), time);
    }

    private Item item(String type, String lang, List<String> channels, List<String> symbols, Instant time) {
        return SearchFixtures.item(type, new Item.Text("Of " + word, "", "text", "", lang), channels, symbols, time);
    }

    private static Map<String, Integer> counts(SearchResponse response, String field) {
        return response.getFacetsList().stream()
                .filter(facet -> facet.getField().equals(field))
                .flatMap(facet -> facet.getValuesList().stream())
                .collect(Collectors.toMap(FacetValue::getValue, FacetValue::getCount));
    }
}
