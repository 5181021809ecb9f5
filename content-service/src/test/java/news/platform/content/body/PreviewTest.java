package news.platform.content.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PreviewTest {
    private static final String LONG = "<p>" + "x".repeat(320) + "</p>";

    @Test
    void showsTheFirstBlockAndNoMoreWhenItIsLongEnough() {
        assertThat(Preview.of(LONG + "<p>b</p><p>paid</p>")).isEqualTo(LONG);
    }

    @Test
    void addsBlocksUntilAboutThreeHundredCharactersAreShown() {
        var short200 = "<p>" + "y".repeat(200) + "</p>";

        assertThat(Preview.of(short200 + short200 + "<p>c</p><p>paid</p>")).isEqualTo(short200 + short200);
    }

    @Test
    void neverShowsTheLastBlockWithText() {
        assertThat(Preview.of("<p>a</p><p>paid</p>")).isEqualTo("<p>a</p>");
        assertThat(Preview.of("<p>a</p><p>paid</p><p></p><hr /><img src=\"https://a.example/x\" />"))
                .isEqualTo("<p>a</p>");
    }

    @Test
    void showsNothingOfBodyThatIsOneBlock() {
        assertThat(Preview.of("<p>paid</p>")).isEmpty();
        assertThat(Preview.of("paid <b>text</b>")).isEmpty();
        assertThat(Preview.of("<ul><li>paid</li><li>too</li></ul>")).isEmpty();
        assertThat(Preview.of("<img src=\"https://a.example/x\" /><p>paid</p>")).isEmpty();
        assertThat(Preview.of("")).isEmpty();
    }

    @Test
    void looksThroughWrappers() {
        assertThat(Preview.of("<div><div><p>a</p><p>paid</p></div></div>")).isEqualTo("<p>a</p>");
    }

    @Test
    void takesTextBetweenBlocksForBlock() {
        assertThat(Preview.of("first <b>words</b><p>paid</p>")).isEqualTo("first <b>words</b>");
    }
}
