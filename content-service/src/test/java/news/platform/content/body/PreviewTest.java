package news.platform.content.body;

import static org.assertj.core.api.Assertions.assertThat;

import news.platform.html.HtmlPolicy;
import news.platform.html.HtmlSanitizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreviewTest {
    /** Ten sentences of ten visible characters each. */
    private static final String HUNDRED = "Abc def hij. ".repeat(10);

    private final Preview preview = preview(0.3, 300, 3);

    @Test
    void showsWholeBlocksAndThenWholeSentences() {
        var body = "<h2>Abc def hij.</h2><p>Abc def hij. Abc def hij. Abc def hij.</p><p>" + HUNDRED + "</p>";

        assertThat(preview.of(body)).isEqualTo("<h2>Abc def hij.</h2><p>Abc def hij. Abc def hij. Abc def hij.</p>");
        assertThat(preview(0.25, 300, 3).of(body)).isEqualTo("<h2>Abc def hij.</h2><p>Abc def hij. Abc def hij.</p>");
    }

    @Test
    void endsChineseSentencesWithoutASpace() {
        var body = "<p>央行维持利率不变。市场早有预期！“还会降吗？”分析师问。" + "其余内容需要订阅后才能阅读全文。".repeat(5) + "</p>";

        assertThat(preview(0.2, 300, 3).of(body)).isEqualTo("<p>央行维持利率不变。市场早有预期！</p>");
    }

    @Test
    void takesNoFullStopInsideANumberForAnEnd() {
        var body = "<p>Rates rose to 3.5 percent on Monday. Then " + "more ".repeat(30) + "followed.</p>";

        assertThat(preview(0.15, 300, 3).of(body)).isEmpty();
        assertThat(preview.of(body)).isEqualTo("<p>Rates rose to 3.5 percent on Monday.</p>");
    }

    @Test
    void isBoundedByCharactersAndByBlocks() {
        var paragraphs = ("<p>" + HUNDRED.strip() + "</p>").repeat(20);

        assertThat(preview.of(paragraphs)).isEqualTo(("<p>" + HUNDRED.strip() + "</p>").repeat(3));
        assertThat(preview(0.3, 250, 3).of(paragraphs)).hasSizeLessThan(400).endsWith("hij.</p>");
        assertThat(preview(0.3, 300, 1).of(paragraphs)).isEqualTo("<p>" + HUNDRED.strip() + "</p>");
    }

    @Test
    void givesNoLastParagraphAwayBecauseItIsShort() {
        var words = HUNDRED.strip();
        var firstThirty = "Abc def hij. Abc def hij. Abc def hij.";

        assertThat(preview.of("<div>" + words + "</div><p>©</p>")).isEqualTo("<div>" + firstThirty + "</div>");
        assertThat(preview.of("<p>a</p><p>paid</p>")).isEqualTo("<p>a</p>");
        assertThat(preview.of("<p>a</p><p>b</p>")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>%s</p>",
                "%s",
                "<div><div>%s</div></div>",
                "<blockquote>%s</blockquote>",
                "<ul><li>%s</li></ul>",
                "<table><tbody><tr><td>%s</td></tr></tbody></table>",
                "<p><strong><em>%s</em></strong></p>",
                "<pre>%s</pre>",
            })
    void givesABodyOfOneBlockNotAwayWhole(String block) {
        var firstThirty = "Abc def hij. Abc def hij. Abc def hij.";

        assertThat(preview.of(block.formatted(HUNDRED.strip()))).isEqualTo(block.formatted(firstThirty));
    }

    @Test
    void breaksAtLineBreaks() {
        var lines = "abcdefghij<br /><br />".repeat(10);

        assertThat(preview.of("<p>" + lines + "</p>"))
                .isEqualTo("<p>abcdefghij<br /><br />abcdefghij<br /><br />abcdefghij</p>");
    }

    @Test
    void cutsASentenceThatBeginsInOneElementAndEndsInAnother() {
        var body = "<p>One <b>two</b> three. Four <b>five. " + "Six. ".repeat(20) + "</b></p>";

        assertThat(preview(0.3, 22, 3).of(body)).isEqualTo("<p>One <b>two</b> three. Four <b>five.</b></p>");
    }

    @Test
    void showsPicturesOnlyBeforeTheTextThatItShows() {
        var picture = "<img src=\"https://a.example/x\" />";
        var text = "<p>" + HUNDRED.strip() + "</p>";
        var cut = "<p>Abc def hij. Abc def hij. Abc def hij.</p>";

        assertThat(preview.of(picture + text)).isEqualTo(picture + cut);
        assertThat(preview.of(text + picture)).isEqualTo(cut);
        assertThat(preview.of(picture.repeat(3) + text)).isEmpty();
        assertThat(preview.of(picture)).isEmpty();
    }

    @Test
    void keepsTheShareOfAShortBody() {
        assertThat(preview.of("<p>" + HUNDRED + "</p>")).isEqualTo("<p>Abc def hij. Abc def hij. Abc def hij.</p>");
        assertThat(preview.of("<p>One sentence alone, however long it may be, is not for everybody.</p>"))
                .isEmpty();
        assertThat(preview.of("")).isEmpty();
        assertThat(preview.of("<p> </p>")).isEmpty();
    }

    @Test
    void countsNoSpaces() {
        assertThat(preview.of("<pre>paid" + " \n\u200b\u3000".repeat(1000) + "paid</pre>"))
                .isEmpty();
    }

    private static Preview preview(double share, int characters, int blocks) {
        return new Preview(new PreviewProperties(share, characters, blocks), new HtmlSanitizer(HtmlPolicy.ARTICLE));
    }
}
