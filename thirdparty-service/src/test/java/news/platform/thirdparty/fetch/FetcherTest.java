package news.platform.thirdparty.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static news.platform.thirdparty.fetch.Fetches.TOTAL;
import static news.platform.thirdparty.fetch.Fetches.addresses;
import static news.platform.thirdparty.fetch.Fetches.content;
import static news.platform.thirdparty.fetch.Fetches.deflate;
import static news.platform.thirdparty.fetch.Fetches.encoded;
import static news.platform.thirdparty.fetch.Fetches.failed;
import static news.platform.thirdparty.fetch.Fetches.fetcher;
import static news.platform.thirdparty.fetch.Fetches.gzip;
import static news.platform.thirdparty.fetch.Fetches.header;
import static news.platform.thirdparty.fetch.Fetches.properties;
import static news.platform.thirdparty.fetch.Fetches.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import news.platform.thirdparty.LocalWeb;
import news.platform.thirdparty.RawServer;
import news.platform.thirdparty.fetch.FetchResult.Content;
import news.platform.thirdparty.fetch.FetchResult.Failed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherTest {
    private final LocalWeb web = new LocalWeb();
    private Fetcher fetcher;

    @BeforeEach
    void allowOnlyTheOneServer() {
        fetcher = fetcher(InetAddress::getAllByName, "127.0.0.1:" + web.port());
    }

    @AfterEach
    void close() throws IOException {
        fetcher.close();
        web.close();
    }

    @Test
    void fetchesABodyWithItsValidators() {
        web.on("/feed", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"v1\"");
            exchange.getResponseHeaders().set("Last-Modified", "Sat, 07 Sep 2002 00:00:01 GMT");
            LocalWeb.send(exchange, 200, "text/xml; charset=utf-8", "<rss/>".getBytes(UTF_8));
        });

        Content content = content(fetch("/feed"));

        assertThat(new String(content.bytes(), UTF_8)).isEqualTo("<rss/>");
        assertThat(content.etag()).isEqualTo("\"v1\"");
        assertThat(content.lastModified()).isEqualTo("Sat, 07 Sep 2002 00:00:01 GMT");
        assertThat(content.contentType()).isEqualTo("text/xml; charset=utf-8");
    }

    @Test
    void introducesItselfAndAsksForGzip() {
        web.on(
                "/feed",
                exchange -> LocalWeb.send(
                        exchange,
                        200,
                        "",
                        (header(exchange, "User-Agent") + "|" + header(exchange, "Accept-Encoding") + "|"
                                        + header(exchange, "Cookie"))
                                .getBytes(UTF_8)));

        assertThat(new String(content(fetch("/feed")).bytes(), UTF_8)).isEqualTo("test-agent|gzip, deflate|null");
    }

    @Test
    void givesATokenToTheHostThatWasAskedAndToNoOther() throws IOException {
        LocalWeb.Answer shown = exchange -> LocalWeb.send(
                exchange, 200, "", header(exchange, "Authorization").getBytes(UTF_8));
        try (var other = new LocalWeb();
                var free = fetcher(InetAddress::getAllByName, "127.0.0.0/8")) {
            web.on("/shown", shown).on("/here", redirect("/shown"));
            web.on("/there", redirect(other.on("/shown", shown).uri("/shown").toString()));

            var here = free.fetch(FetchRequest.of(web.uri("/here")).with("secret"));
            var there = free.fetch(FetchRequest.of(web.uri("/there")).with("secret"));

            assertThat(new String(content(here).bytes(), UTF_8)).isEqualTo("Bearer secret");
            assertThat(new String(content(there).bytes(), UTF_8)).isEqualTo("null");
        }
    }

    @Test
    void saysNotModifiedWhenTheValidatorsStillHold() {
        web.on(
                "/feed",
                exchange -> exchange.sendResponseHeaders(
                        "\"v1\"".equals(header(exchange, "If-None-Match")) ? 304 : 200, -1));

        FetchResult result = fetcher.fetch(new FetchRequest(web.uri("/feed"), "\"v1\"", null));

        assertThat(result).isInstanceOf(FetchResult.NotModified.class);
    }

    @Test
    void takesAnUnasked304ForAFailure() {
        web.on("/feed", exchange -> exchange.sendResponseHeaders(304, -1));

        assertThat(failed(fetch("/feed")).reason()).isEqualTo(FetchFailure.HTTP_STATUS);
    }

    @Test
    void unpacksGzipAndBothKindsOfDeflate() {
        byte[] body = "<rss>中文</rss>".getBytes(UTF_8);
        web.on("/gzip", encoded("gzip", gzip(body)));
        web.on("/deflate", encoded("deflate", deflate(body)));

        assertThat(content(fetch("/gzip")).bytes()).isEqualTo(body);
        assertThat(content(fetch("/deflate")).bytes()).isEqualTo(body);
    }

    @Test
    void followsRedirectsAndTakesTheLastAddressForTheBase() {
        web.on("/a", redirect("/b")).on("/b", redirect("c/d"));
        web.body("/c/d", "text/xml", "<rss/>".getBytes(UTF_8));

        assertThat(content(fetch("/a")).base()).isEqualTo(web.uri("/c/d"));
    }

    @Test
    void givesUpOnARedirectLoop() {
        web.on("/loop", redirect("/loop"));

        assertThat(failed(fetch("/loop")).reason()).isEqualTo(FetchFailure.BAD_REDIRECT);
        assertThat(web.hits("/loop")).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data/",
                "http://127.0.0.1:PORT1/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://2130706433/",
                "http://10.0.0.1/",
                "http://localhost/",
                "https://192.168.1.1/"
            })
    void refusesARedirectIntoThePrivateNetwork(String target) throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            web.on("/away", redirect(target.replace("PORT1", String.valueOf(other.getLocalPort()))));

            Failed failed = failed(fetch("/away"));

            assertThat(failed.reason()).isEqualTo(FetchFailure.FORBIDDEN_ADDRESS);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://example.com/",
                "gopher://127.0.0.1/",
                "http://user@example.com/",
                "http:///x",
                "http://127.1/",
                ""
            })
    void refusesARedirectThatIsNoWebAddress(String target) {
        web.on("/away", redirect(target));

        assertThat(failed(fetch("/away")).reason()).isEqualTo(FetchFailure.BAD_REDIRECT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x7f.0.0.1", "0177.0.0.1", "127.0.0.1.nip.invalid"})
    void neverConnectsToAnAddressInDisguise(String host) {
        FetchResult result = fetcher.fetch(FetchRequest.of(URI.create("http://" + host + ":" + web.port() + "/")));

        assertThat(failed(result).reason()).isNotEqualTo(FetchFailure.HTTP_STATUS);
        assertThat(web.hits("/")).isZero();
    }

    @Test
    void refusesANameThatLeadsToAPrivateAddressAmongOthers() {
        fetcher = fetcher(host -> addresses("93.184.215.14", "10.0.0.7"));

        Failed failed = failed(fetcher.fetch(FetchRequest.of(URI.create("http://feeds.example/"))));

        assertThat(failed.reason()).isEqualTo(FetchFailure.FORBIDDEN_ADDRESS);
        assertThat(failed.detail()).contains("10.0.0.7");
    }

    @Test
    void looksANameUpOnceSoThatRebindingHasNoSecondAnswer() {
        AtomicInteger lookUps = new AtomicInteger();
        fetcher = fetcher(
                host -> lookUps.incrementAndGet() == 1 ? addresses("127.0.0.1") : addresses("127.0.0.2"),
                "feeds.example:" + web.port());
        web.body("/feed", "text/xml", "<rss/>".getBytes(UTF_8));

        FetchResult result = fetcher.fetch(FetchRequest.of(URI.create("http://feeds.example:" + web.port() + "/feed")));

        assertThat(result).isInstanceOf(Content.class);
        assertThat(lookUps).hasValue(1);
    }

    @Test
    void checksTheNameAgainForEachRedirect() {
        AtomicInteger lookUps = new AtomicInteger();
        HostResolver rebinding =
                host -> lookUps.incrementAndGet() == 1 ? addresses("127.0.0.1") : addresses("169.254.169.254");
        fetcher = new Fetcher(properties("127.0.0.0/8"), Clock.systemUTC(), rebinding);
        web.on("/feed", redirect("http://feeds.example:" + web.port() + "/again"));

        FetchResult result = fetcher.fetch(FetchRequest.of(URI.create("http://feeds.example:" + web.port() + "/feed")));

        assertThat(failed(result).reason()).isEqualTo(FetchFailure.FORBIDDEN_ADDRESS);
        assertThat(web.hits("/again")).isZero();
    }

    @Test
    void reportsStatusAndHonoursRetryAfter() {
        web.on("/busy", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "120");
            exchange.sendResponseHeaders(503, -1);
        });

        Failed failed = failed(fetch("/busy"));

        assertThat(failed.reason()).isEqualTo(FetchFailure.HTTP_STATUS);
        assertThat(failed.detail()).isEqualTo("status 503");
        assertThat(failed.retryAfter()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void tellsUnknownUnreachableAndNonsenseApart() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        try (RawServer nonsense = new RawServer(out -> out.write("SSH-2.0-OpenSSH\r\n\r\n".getBytes(UTF_8)))) {
            fetcher = new Fetcher(properties("127.0.0.0/8"), Clock.systemUTC(), host -> {
                if (host.equals("nowhere.example")) {
                    throw new UnknownHostException(host);
                }
                return InetAddress.getAllByName(host);
            });

            assertThat(reason("http://nowhere.example/")).isEqualTo(FetchFailure.UNKNOWN_HOST);
            assertThat(reason("http://127.0.0.1:" + closed + "/")).isEqualTo(FetchFailure.UNREACHABLE);
            assertThat(reason(nonsense.uri("/").toString())).isEqualTo(FetchFailure.BAD_RESPONSE);
            assertThat(reason(nonsense.uri("/").toString().replace("http:", "https:")))
                    .isEqualTo(FetchFailure.TLS_FAILED);
            assertThat(reason("ftp://example.com/")).isEqualTo(FetchFailure.BAD_ADDRESS);
        }
    }

    @Test
    void tellsForbiddenAddressesBeforehand() {
        assertThat(fetcher.isForbidden(URI.create("http://169.254.169.254/"), TOTAL))
                .isTrue();
        assertThat(fetcher.isForbidden(URI.create("http://[::1]/"), TOTAL)).isTrue();
        assertThat(fetcher.isForbidden(web.uri("/"), TOTAL)).isFalse();
    }

    private FetchResult fetch(String path) {
        return fetcher.fetch(FetchRequest.of(web.uri(path)));
    }

    private FetchFailure reason(String uri) {
        return failed(fetcher.fetch(FetchRequest.of(URI.create(uri)))).reason();
    }
}
