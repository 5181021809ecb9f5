package news.platform.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NewsAnalyzerTest {
    private final NewsAnalyzer texts = NewsAnalyzer.ofTexts();
    private final NewsAnalyzer queries = NewsAnalyzer.ofQueries();

    @Test
    void hasEachWordAsWrittenAndItsStem() {
        var units = Unit.all(queries, "Banks' rates RISING", 10);

        assertThat(units).extracting(Unit::written).containsExactly("banks", "rates", "rising");
        assertThat(units).extracting(Unit::term).containsExactly("bank", "rate", "rise");
    }

    @Test
    void takesChineseApartIntoPairsAndWords() {
        var units = Unit.all(queries, "中国人民银行宣布降息", 20);

        assertThat(written(units)).containsExactly("中国", "国人", "人民", "民银", "银行", "行宣", "宣布", "布降", "降息");
        assertThat(units.stream().flatMap(unit -> unit.words().stream())).contains("#中国", "#银行", "#宣布");
    }

    @Test
    void hasTheLastCharacterAloneOnlyInTexts() {
        assertThat(written(Unit.all(texts, "央行降息", 10))).containsExactly("央行", "行降", "降息", "息");
        assertThat(written(Unit.all(queries, "央行降息", 10))).containsExactly("央行", "行降", "降息");
        assertThat(written(Unit.all(queries, "息", 10))).containsExactly("息");
    }

    @Test
    void takesMixedTextApart() {
        var units = Unit.all(queries, "苹果iPhone 15发布，A股大涨", 20);

        assertThat(written(units)).containsExactly("苹果", "iphone", "15", "发布", "a", "股大", "大涨");
    }

    @Test
    void readsTraditionalAndFullWidthAsWhatTheyAre() {
        assertThat(written(Unit.all(queries, "臺灣積體電路 ＴＳＭＣ", 20)))
                .isEqualTo(written(Unit.all(queries, "台湾积体电路 tsmc", 20)));
    }

    @Test
    void neverTakesMoreThanTheLimit() {
        assertThat(Unit.all(queries, "word ".repeat(1000), 7)).hasSize(7);
        assertThat(Unit.of(queries, "word ".repeat(1000), 7)).hasSize(1);
    }

    private static List<String> written(List<Unit> units) {
        return units.stream().map(Unit::written).toList();
    }
}
