package news.platform.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlSanitizerTest {
    private final HtmlSanitizer sanitizer = new HtmlSanitizer(HtmlPolicy.ARTICLE);

    @Test
    void keepsWhatIsOnTheAllowList() {
        var html = "<h2>央行，是！</h2><p>Rates <strong>up</strong><br />x = 1 + 2 @ 😀</p><ul><li>a</li></ul>"
                + "<table><tbody><tr><td colspan=\"2\">1</td></tr></tbody></table>"
                + "<figure><img src=\"https://a.example/x.png\" alt=\"chart\" /><figcaption>c</figcaption></figure>"
                + "<a href=\"mailto:a@b.example\" rel=\"nofollow noopener\">mail</a>";

        assertThat(sanitizer.sanitize(html)).isEqualTo(html);
    }

    @Test
    void keepsTheTextOfWhatIsNotAllowedButNoScript() {
        assertThat(sanitizer.sanitize("<marquee onclick=\"x()\"><span>text</span></marquee><script>alert(1)</script>"))
                .isEqualTo("text");
    }

    @Test
    void leavesOutWhatIsNestedDeeper() {
        assertThat(sanitizer.sanitize("<div>".repeat(HtmlSanitizer.MAX_DEPTH) + "text"))
                .contains("text");
        assertThat(sanitizer.sanitize("<div>".repeat(HtmlSanitizer.MAX_DEPTH + 1) + "text"))
                .doesNotContain("text");
    }

    @Test
    void keepsOurOwnPicturesAndNoOtherRelativeAddress() {
        var own = "<img src=\"/media/0123456789abcdef0123456789abcdef01234567/640\" alt=\"x\" />";

        assertThat(sanitizer.sanitize(own)).isEqualTo(own);
        assertThat(sanitizer.sanitize(own, address -> "https://wire.example" + address))
                .contains("src=\"https://wire.example/media/");
        assertThat(sanitizer.sanitize("<img src=\"/media/../x\" /><img src=\"/x\" /><a href=\"/media/x\">y</a>"))
                .doesNotContain("/media", "src");
    }

    @Test
    void marksLinksInTheOrderOfThePolicy() {
        assertThat(sanitizer.sanitize("<a href=\"https://a.example/?q=1\" rel=\"opener\">x</a>"))
                .isEqualTo("<a href=\"https://a.example/?q=1\" rel=\"nofollow noopener\">x</a>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data/",
                "http://localhost/admin",
                "https://localhost:8081/actuator",
                "http://127.0.0.1/",
                "http://[::1]/",
                "http://[fd00::1]/",
                "http://10.0.0.1/",
                "http://192.168.1.1/",
                "http://2852039166/",
                "http://0x7f.0.0.0x1/",
                "http://0251.0376.0251.0376/",
                "http://１６９.２５４.１６９.２５４/",
                "http://ｌｏｃａｌｈｏｓｔ/",
                "http://169。254。169。254/",
                "http://metadata.google.internal/",
                "http://printer.local/",
                "http://router.home.arpa./",
                "http:169.254.169.254/",
                "http:/\\169.254.169.254/",
                "http://user@a.example/",
                "http://a.example@169.254.169.254/",
                "//169.254.169.254/",
                "/relative",
                "javascript:alert(1)",
                "data:text/html,x"
            })
    void takesOutLinksAndPicturesThatLeadNowherePublic(String address) {
        assertThat(sanitizer.sanitize("<a href=\"" + address + "\">text</a><img src=\"" + address + "\" />"))
                .doesNotContain("href", "src")
                .contains("text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example",
                "http://my_blog.a.example:8080/x?y=z#top",
                "https://xn--mnchen-3ya.example/",
                "https://münchen.example/straße",
                "https://A.EXAMPLE/%22",
                "https://local.example/internal"
            })
    void keepsLinksToPublicHosts(String address) {
        assertThat(sanitizer.sanitize("<a href=\"" + address + "\">text</a>")).contains("href=\"" + address + "\"");
    }

    @Test
    void makesAddressesAbsoluteWhereToldHow() {
        var html = "<a href=\"b\">x</a><img src=\"c.png\" /><a href=\"none\">y</a>";

        var safe = sanitizer.sanitize(html, address -> address.equals("none") ? "" : "https://a.example/" + address);

        assertThat(safe)
                .isEqualTo("<a href=\"https://a.example/b\" rel=\"nofollow noopener\">x</a>"
                        + "<img src=\"https://a.example/c.png\" />y");
    }

    @Test
    void followsAnotherPolicyAsWell() {
        var plain = new HtmlSanitizer(new HtmlPolicy(
                List.of("p", "a"), List.of(), Set.of("https"), Set.of(), Pattern.compile("(?!)"), List.of("ugc")));

        assertThat(plain.sanitize(
                        "<p><b>x</b> <a href=\"https://a.example/\">a</a> <a href=\"http://a.example/\">b</a></p>"))
                .isEqualTo("<p>x <a href=\"https://a.example/\" rel=\"ugc\">a</a> b</p>");
    }
}
