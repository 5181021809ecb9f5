package news.platform.content.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyHtmlTest {
    private final Bodies bodies = new Bodies(new PreviewProperties(0.3, 300, 3));

    @Test
    void keepsWhatIsOnTheAllowList() {
        var html = "<h2>央行</h2><p>Rates <strong>up</strong><br />x = 1 😀，是！</p><ul><li>a</li></ul>"
                + "<table><tbody><tr><td colspan=\"2\">1</td></tr></tbody></table>"
                + "<figure><img src=\"https://a.example/x.png\" alt=\"chart\" /><figcaption>c</figcaption></figure>";

        assertThat(bodies.of(html).html()).isEqualTo(html);
    }

    @Test
    void marksLinksAsNotVouchedFor() {
        assertThat(bodies.of("<a href=\"https://a.example/?q=1\" onclick=\"x()\">x</a>")
                        .html())
                .isEqualTo("<a href=\"https://a.example/?q=1\" rel=\"nofollow noopener\">x</a>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=\"http://a.example/x.png\">",
                "<img src=x onerror=alert(1)>",
                "<a href=\"javascript:alert(1)\"></a>",
                "<style>p{color:red}</style>",
                "<iframe src=\"https://a.example\"></iframe>",
                "<svg><script>alert(1)</script></svg>",
                "<p> </p><div></div>",
                "\u0000"
            })
    void leavesNothingOfWhatIsNotAllowed(String html) {
        var body = bodies.of(html);

        assertThat(body.html()).doesNotContain("script", "alert", "http", "onerror", "style", "\u0000");
        assertThat(body.isBlank()).isTrue();
    }

    @Test
    void keepsTheTextOfTagsThatAreNotAllowed() {
        assertThat(bodies.of("<marquee><p onclick=\"x()\">text</p></marquee>").html())
                .isEqualTo("<p>text</p>");
    }

    @Test
    void countsPictureAsContent() {
        assertThat(bodies.of("<img src=\"https://a.example/x.png\">").isBlank()).isFalse();
    }

    @Test
    void tellsBodiesThatGrewTooLarge() {
        assertThat(bodies.of("{".repeat(1 << 18)).isTooLarge()).isTrue();
        assertThat(bodies.of("a".repeat(1 << 18)).isTooLarge()).isFalse();
    }

    @Test
    void showsPlainTextAsWritten() {
        assertThat(bodies.ofText("a < b & c").html()).isEqualTo("<p>a &lt; b &amp; c</p>");
        assertThat(bodies.ofText(" ").html()).isEmpty();
    }

    @Test
    void endsSummaryThatRepeatsTheBodyWhereThePreviewEnds() {
        var sentence = "Él dijo: <b>ﬁn</b>. ";
        var body = bodies.of("<p>" + sentence.repeat(10) + "</p><p>" + sentence.repeat(10) + "</p>");
        var shown = "Él dijo: ﬁn. ".repeat(6).strip();

        assertThat(body.preview()).isEqualTo("<p>" + sentence.repeat(6).strip() + "</p>");
        assertThat(body.boundedSummary("Él dijo: ﬁn. ".repeat(15).strip() + "…"))
                .isEqualTo(shown);
        assertThat(body.boundedSummary("E\u0301l\ndijo fin ".repeat(7) + "[…]")).isEqualTo(shown);
        assertThat(bodies.ofText("One sentence alone.").boundedSummary("One sentence alone."))
                .isEmpty();
    }

    @Test
    void leavesOtherSummariesAsTheyAre() {
        var body = bodies.of("<p>" + "Él dijo: fin. ".repeat(20) + "</p>");

        assertThat(body.boundedSummary("Él dijo: fin. Él…")).isEqualTo("Él dijo: fin. Él…");
        assertThat(body.boundedSummary("Él dijo: fin. ".repeat(7) + "¿Y ella?")).endsWith("¿Y ella?");
        assertThat(body.boundedSummary("")).isEmpty();
    }
}
