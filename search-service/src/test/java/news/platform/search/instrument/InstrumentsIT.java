package news.platform.search.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import news.platform.content.v1.WholeArticle;
import news.platform.market.v1.Instrument;
import news.platform.market.v1.InstrumentChanged;
import news.platform.search.SearchServiceTest;
import news.platform.search.v1.SearchHit;
import news.platform.search.v1.SuggestRequest;
import news.platform.search.v1.SuggestServiceGrpc;
import org.junit.jupiter.api.Test;

class InstrumentsIT extends SearchServiceTest {
    private final String symbol = "Q" + new Random().nextInt(1_000_000) + ".HK";

    @Test
    void findsAnInstrumentByItsSymbolBeforeWhatIsWrittenAboutIt() {
        var id = freshId();
        var article = article(id, "About " + symbol, symbol).addSymbols(symbol).build();
        ARTICLES.put(
                id, WholeArticle.newBuilder().setArticle(article).setVersion(1).build());
        changed(1, "Penguin Holdings", "企鹅控股");

        catalogue.renew();

        await().untilAsserted(() -> assertThat(found(symbol.toLowerCase(Locale.ROOT)))
                .startsWith(symbol)
                .contains(id));
        assertThat(search(request -> request.setQ("penguin holdings").setType("instruments"))
                        .getHitsList())
                .extracting(SearchHit::getId)
                .contains(symbol);
        ARTICLES.remove(id);
    }

    @Test
    void saysOfNoInstrumentThatItWasPublished() {
        var id = freshId();
        var article = article(id, "About " + symbol, symbol).addSymbols(symbol).build();
        ARTICLES.put(
                id, WholeArticle.newBuilder().setArticle(article).setVersion(1).build());
        changed(1, "Heron Holdings", "");

        catalogue.renew();

        await().untilAsserted(() -> assertThat(search(symbol).getHitsList())
                .extracting(SearchHit::getId, SearchHit::hasPublishTime)
                .contains(tuple(symbol, false), tuple(id, true)));
        ARTICLES.remove(id);
    }

    @Test
    void offersItBySymbolNameAndPinyin() {
        changed(1, "Old Name", "");
        changed(2, "Whale Motors", "鲸鱼汽车");

        // what can be found is offered, too, but not a second time
        await().untilAsserted(() -> assertThat(found("whale motors")).contains(symbol));
        for (var prefix : List.of(symbol.substring(0, 4), "whale m", "鲸鱼", "jingyuqi", "jyqc")) {
            await().untilAsserted(() -> assertThat(offered(prefix)).as(prefix).containsOnlyOnce(symbol));
        }
        assertThat(offered("old name")).doesNotContain(symbol);
    }

    private void changed(long version, String name, String nameZh) {
        happens(InstrumentChanged.newBuilder()
                .setSymbol(symbol)
                .setVersion(version)
                .setInstrument(
                        Instrument.newBuilder().setSymbol(symbol).setName(name).setNameZh(nameZh))
                .build());
    }

    private List<String> offered(String prefix) {
        return SuggestServiceGrpc.newBlockingStub(callee.anonymous())
                .suggest(SuggestRequest.newBuilder()
                        .setPrefix(prefix)
                        .setPageSize(20)
                        .build())
                .getSuggestionsList()
                .stream()
                .map(suggestion -> suggestion.getId())
                .toList();
    }
}
