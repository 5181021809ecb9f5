package news.platform.thirdparty.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemCleanerTest {
    private static final Instant NOW = Instant.parse("2024-05-06T07:08:09Z");

    private final ItemCleaner cleaner = new ItemCleaner(Clock.fixed(NOW, ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <p>a<script>alert(1)</script></p>             | <p>a</p>
                    <p onclick="x" style="x">a</p>                | <p>a</p>
                    <a href="javascript:alert(1)">a</a>           | a
                    <a href="/more">a</a>                         | <a href="https://paper.example/more" rel="nofollow noopener">a</a>
                    <img src="p.png" alt="P" onerror="x">         | <img src="https://paper.example/p.png" alt="P" />
                    <img src="data:image/png;base64,x">           | ''
                    <iframe src="https://x.example/"></iframe>b   | b
                    <svg><script>x</script></svg>c                | c
                    <math><mtext><style><img src=x onerror=y>     | ''
                    <table><tr><td colspan="2">d</td></tr></table>| <table><tbody><tr><td colspan="2">d</td></tr></tbody></table>
                    <b><i>e</b></i>                               | <b><i>e</i></b>
                    <form action="x"><input name="y">f</form>     | f
                    """)
    void letsOnlyHarmlessMarkupThrough(String html, String expected) {
        IncomingItem item = clean(new RawText.Plain("t"), new RawText.Html(html));

        assertThat(item.bodyHtml().replaceAll("\\R", "")).isEqualTo(expected);
    }

    @Test
    void makesParagraphsOfPlainText() {
        IncomingItem item = clean(new RawText.Plain("t"), new RawText.Plain("a < b\nc\n\n\nd & e"));

        assertThat(item.bodyHtml()).isEqualTo("<p>a &lt; b<br />c</p><p>d &amp; e</p>");
        assertThat(item.summary()).isEqualTo("a < b c d & e");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<noscript>Switch it on. </noscript><p>A text.</p>",
                "<iframe>No frames. </iframe><p>A <em>text</em>.</p>",
                "<select><option>One<option>Two</select><ul><li>A</li><li>text.</li></ul>",
                "<textarea>Write here. </textarea>A text."
            })
    void takesSummaryThatIsMissingFromWhatIsShown(String html) {
        IncomingItem item = clean(new RawText.Plain("t"), new RawText.Html(html));

        assertThat(item.summary()).endsWith("text.");
        assertThat(Jsoup.parse(item.bodyHtml()).text()).isEqualTo(item.summary());
    }

    @Test
    void boundsEveryField() {
        String endless = "word ".repeat(100_000);
        List<String> names = IntStream.range(0, 200)
                .mapToObj(i -> "name " + i + " of many".repeat(50))
                .toList();
        RawItem raw = new RawItem(
                endless,
                "https://x.example/" + "a".repeat(3000),
                null,
                new RawText.Plain(endless),
                new RawText.Html(endless),
                new RawText.Html("<div>".repeat(5_000) + endless),
                "x".repeat(100),
                NOW,
                names,
                names,
                endless);

        IncomingItem item = cleaner.clean(raw).orElseThrow();

        assertThat(item.uri()).startsWith("urn:sha256:").hasSize(75);
        assertThat(item.title()).hasSizeLessThanOrEqualTo(300).endsWith("…");
        assertThat(item.summary()).hasSizeLessThanOrEqualTo(400);
        assertThat(item.bodyHtml()).hasSizeLessThanOrEqualTo(210_000);
        assertThat(item.url()).isEmpty();
        assertThat(item.coverUrl()).isEmpty();
        assertThat(item.lang()).isEmpty();
        assertThat(item.bylines()).hasSize(30).allSatisfy(name -> assertThat(name)
                .hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void namesAnItemByIdThenByAddressThenByWhatItSays() {
        assertThat(cleaner.clean(item("id", "https://x.example/", "t"))
                        .orElseThrow()
                        .uri())
                .isEqualTo("id");
        assertThat(cleaner.clean(item("", "https://x.example/", "t"))
                        .orElseThrow()
                        .uri())
                .isEqualTo("https://x.example/");
        String one = cleaner.clean(item("", "", "t")).orElseThrow().uri();
        assertThat(one).isEqualTo(cleaner.clean(item("", "", "t")).orElseThrow().uri());
        assertThat(one)
                .isNotEqualTo(cleaner.clean(item("", "", "u")).orElseThrow().uri());
    }

    @Test
    void takesTheStartOfTheTextForATitleThatIsMissing() {
        assertThat(clean(RawText.NONE, new RawText.Html("<p>" + "long ".repeat(100) + "</p>"))
                        .title())
                .startsWith("long long")
                .hasSizeLessThanOrEqualTo(100);
        assertThat(cleaner.clean(item("id", "", ""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1969-12-31T23:59:59Z", "2024-05-08T07:08:09Z", "9999-01-01T00:00:00Z"})
    void takesNoTimeThatCannotBe(Instant time) {
        RawItem raw = new RawItem(
                "id", "", null, new RawText.Plain("t"), RawText.NONE, RawText.NONE, "", time, List.of(), List.of(), "");

        assertThat(cleaner.clean(raw).orElseThrow().publishTime()).isNull();
    }

    @Test
    void dropsWhatNoDatabaseCanStore() {
        IncomingItem item =
                clean(new RawText.Plain("a\u0000b\ud800c\u0007\ufeffd"), new RawText.Html("x\u0000\udfffy"));

        assertThat(item.title()).isEqualTo("abcd");
        assertThat(item.bodyHtml()).isEqualTo("xy");
    }

    @Test
    void namesPeopleWithoutTheirMailAddresses() {
        RawItem raw = new RawItem(
                "id",
                "",
                null,
                new RawText.Plain("t"),
                RawText.NONE,
                RawText.NONE,
                "zh_CN",
                NOW,
                List.of("ann@paper.example (Ann Author)", "bob@paper.example", " Cy ", "Cy"),
                List.of(),
                "");

        IncomingItem item = cleaner.clean(raw).orElseThrow();

        assertThat(item.bylines()).containsExactly("Ann Author", "Cy");
        assertThat(item.lang()).isEqualTo("zh-CN");
    }

    private IncomingItem clean(RawText title, RawText body) {
        return cleaner.clean(new RawItem(
                        "id",
                        "",
                        "https://paper.example/",
                        title,
                        RawText.NONE,
                        body,
                        "",
                        NOW,
                        List.of(),
                        List.of(),
                        ""))
                .orElseThrow();
    }

    private static RawItem item(String id, String url, String title) {
        return new RawItem(
                id, url, null, new RawText.Plain(title), RawText.NONE, RawText.NONE, "", NOW, List.of(), List.of(), "");
    }
}
