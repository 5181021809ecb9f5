package news.platform.content.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteTest {
    @Test
    void makesLinksOfItsAddress() {
        var site = new Site("https://news.example.com/markets/", "Example");

        assertThat(site.article("1")).isEqualTo("https://news.example.com/markets/articles/1");
        assertThat(site.channel("gold")).isEqualTo("https://news.example.com/markets/channels/gold");
        assertThat(site.absolute("/media/1")).isEqualTo("https://news.example.com/markets/media/1");
        assertThat(site.absolute("https://a.example/b")).isEqualTo("https://a.example/b");
        assertThat(site.absolute("")).isEmpty();
    }

    @Test
    void makesOwnPicturesAbsolute() {
        var site = new Site("https://news.example.com", "Example");

        assertThat(site.absoluteIn("<p>src=&#34;/media/1</p><img src=\"/media/1/640\" alt=\"a\" />"
                        + "<img src=\"https://a.example/b\" />"))
                .isEqualTo("<p>src=&#34;/media/1</p><img src=\"https://news.example.com/media/1/640\" alt=\"a\" />"
                        + "<img src=\"https://a.example/b\" />");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "news.example.com",
                "ftp://news.example.com",
                "https://",
                "https://a.example?b",
                "https://a.example#b",
                "https://a:b@c.example",
                "/news"
            })
    void refusesWhatIsNoAddressOfASite(String url) {
        assertThatThrownBy(() -> new Site(url, "Example")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesABlankName() {
        assertThatThrownBy(() -> new Site("https://a.example", " ")).hasMessageContaining("news.site.name");
    }
}
