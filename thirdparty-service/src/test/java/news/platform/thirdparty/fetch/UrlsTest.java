package news.platform.thirdparty.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlsTest {
    @ParameterizedTest
    @CsvSource({
        "http://my_blog.example.com/a, http://my_blog.example.com/a, my_blog.example.com, 80",
        "https://_dmarc.Example.com:443, https://_dmarc.example.com/, _dmarc.example.com, 443",
        "http://a-.example.com:8080/?q, http://a-.example.com:8080/?q, a-.example.com, 8080",
        "http://münchen.example/straße, http://xn--mnchen-3ya.example/stra%C3%9Fe, xn--mnchen-3ya.example, 80",
        "http://M%C3%BCnchen.example/, http://xn--mnchen-3ya.example/, xn--mnchen-3ya.example, 80",
        "https://新闻.中国:8443/一, https://xn--efvy88h.xn--fiqs8s:8443/%E4%B8%80, xn--efvy88h.xn--fiqs8s, 8443",
        "https://例え。テスト/, https://xn--r8jz45g.xn--zckzah/, xn--r8jz45g.xn--zckzah, 443",
        "http://пример.рф, http://xn--e1afmkfd.xn--p1ai/, xn--e1afmkfd.xn--p1ai, 80",
        "http://my_münchen.example/, http://xn--my_mnchen-t9a.example/, xn--my_mnchen-t9a.example, 80",
        "http://[2001:db8::1]:80/, http://[2001:db8::1]/, [2001:db8::1], 80",
        "http://192.0.2.1/, http://192.0.2.1/, 192.0.2.1, 80"
    })
    void knowsHostsThatExist(String address, String canonical, String host, int port) {
        URI web = Urls.canonical(address).orElseThrow();

        assertThat(web).hasToString(canonical);
        assertThat(Urls.host(web)).isEqualTo(host);
        assertThat(Urls.port(web)).isEqualTo(port);
        assertThat(Urls.canonical(web.toString())).contains(web);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://user@my_blog.example.com/",
                "http://user@münchen.example/",
                "http://münchen@blog.example/",
                "http://my_blog..example.com/",
                "http://a_b.example:99999/",
                "http://a_b.example:0/",
                "http://a_b:b_c:80/",
                "http://127_.1/",
                "http://a_b.127/",
                "http://0x7f.1/",
                "http://2130706433_.1/",
                "http://a℀evil.example/",
                "http://ex%2Fample_ü.example/",
                "http://[::1%25eth0]/",
                "http:///path",
                "ftp://a_b.example/"
            })
    void refusesWhatIsNoHost(String address) {
        assertThat(Urls.web(address)).isEmpty();
    }

    @Test
    void resolvesReferencesToSuchHosts() {
        URI base = URI.create("https://my_blog.example.com/feeds/all.xml");

        assertThat(Urls.resolve(base, "../a")).contains(URI.create("https://my_blog.example.com/a"));
        assertThat(Urls.resolve(base, "//münchen.example/x")).contains(URI.create("https://xn--mnchen-3ya.example/x"));
    }
}
