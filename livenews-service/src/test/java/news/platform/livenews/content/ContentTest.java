package news.platform.livenews.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    【标题】正文。                            | 标题    | 正文。
                    <p>【标题】正文。</p>                     | 标题    | <p>正文。</p>
                    <p>【标题】</p><p>正文。</p>              | 标题    | <p>正文。</p>
                    <p><strong>【标题】</strong>正文。</p>    | 标题    | <p>正文。</p>
                    <p> 【<b>标</b>题】 <br><br>正文。</p>    | 标题    | <p>正文。</p>
                    <p>正文【不是标题】。</p>                 | ''      | <p>正文【不是标题】。</p>
                    <p>【没有结尾的正文。</p>                 | ''      | <p>【没有结尾的正文。</p>
                    <p>【】正文。</p>                         | ''      | <p>【】正文。</p>
                    【只有标题】                              | 只有标题 | ''
                    """)
    void takesTheTitleInBracketsOutOfTheText(String sent, String title, String html) {
        var content = Content.of("", sent);

        assertThat(content.title()).isEqualTo(title);
        assertThat(content.html()).isEqualTo(html);
    }

    @Test
    void keepsBracketsThatAreNotTheTitle() {
        assertThat(Content.of("另一个标题", "<p>【快讯】正文。</p>").text()).isEqualTo("【快讯】正文。");
        assertThat(Content.of("标题", "<p>【标题】正文。</p>").text()).isEqualTo("正文。");
    }

    @Test
    void keepsBracketsThatHoldMoreThanATitle() {
        var content = Content.of("", "<p>【" + "长".repeat(301) + "】正文。</p>");

        assertThat(content.title()).isEmpty();
        assertThat(content.text()).startsWith("【长");
    }

    @Test
    void takesOutWhatIsNotSafe() {
        var content = Content.of("", "<p onclick=x>【A<script>alert(1)</script>B】<a href=javascript:x>text</a></p>");

        assertThat(content.title()).isEqualTo("AB");
        assertThat(content.html()).isEqualTo("<p>text</p>");
    }

    @Test
    void readsBlocksAsLines() {
        var content = Content.of("", "<p>One &amp; <b>two</b>,<br>three</p><ul><li>four</li><li>five</li></ul>six");

        assertThat(content.text()).isEqualTo("One & two,\nthree\nfour\nfive\nsix");
    }

    @Test
    void showsAPictureWithoutText() {
        assertThat(Content.of("", "<img src=\"https://pictures.example/a.png\">")
                        .isBlank())
                .isFalse();
        assertThat(Content.of("", "<p> </p>").isBlank()).isTrue();
        assertThat(Content.of("", "<p> </p>").html()).isEmpty();
    }

    @Test
    void escapesPlainText() {
        assertThat(Content.ofText("", "a < b").html()).isEqualTo("<p>a &lt; b</p>");
    }
}
