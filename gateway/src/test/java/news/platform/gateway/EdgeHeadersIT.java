package news.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.platform.content.v1.Article;
import news.platform.gateway.request.RequestHeader;
import news.platform.gateway.testing.EdgeClient;
import news.platform.gateway.testing.EdgeTest;
import news.platform.gateway.testing.RawClient;
import news.platform.gateway.testing.Twins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Any byte in any header: the answer, or a 4xx, and nothing in the log that somebody would have to look at. */
@EdgeTest
class EdgeHeadersIT {

    /** What the libraries in the chain read, or might. */
    private static final List<String> READ_BY_LIBRARIES = List.of(
            "Accept-Charset",
            "Accept-Language",
            "Access-Control-Request-Headers",
            "Access-Control-Request-Method",
            "baggage",
            "Cache-Control",
            "Connection",
            "Cookie",
            "Expect",
            "Forwarded",
            "Host",
            "If-Modified-Since",
            "If-Range",
            "If-Unmodified-Since",
            "Keep-Alive",
            "Range",
            "Referer",
            "TE",
            "tracestate",
            "Trailer",
            "Upgrade",
            "Via",
            "X-B3-ParentSpanId",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-Forwarded-Proto",
            "X-HTTP-Method-Override",
            "X-Nobody-Reads-This");

    private static final String BODY = "{\"stringValue\":\"a\"}";
    private static final String POST = "Content-Type: application/json\r\nContent-Length: %d\r\n";

    @Autowired
    EdgeClient client;

    @Autowired
    Twins twins;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private RawClient raw;
    private Map<String, String> bodies;

    @BeforeEach
    void listen() {
        raw = new RawClient(client.port());
        log.start();
        root().addAppender(log);
        var article =
                "/api/v1/articles/" + twins.articles.put(Article.newBuilder().setTitle("T"));
        client.get(article);
        bodies = new LinkedHashMap<>();
        bodies.put("GET %s HTTP/1.1\r\n".formatted(article), "");
        bodies.put("GET /test/query HTTP/1.1\r\n", "");
        bodies.put("GET /.well-known/jwks.json HTTP/1.1\r\n", "");
        bodies.put("GET /test/numbers:stream?limit=1 HTTP/1.1\r\n", "");
        bodies.put("POST /test/body HTTP/1.1\r\n" + POST.formatted(BODY.length()), BODY);
        bodies.put("POST /test/raw HTTP/1.1\r\n" + POST.formatted(BODY.length()), BODY);
        bodies.put("POST /test/key HTTP/1.1\r\n" + POST.formatted(2), "{}");
        bodies.put("POST /api/v1/feedItems HTTP/1.1\r\n" + POST.formatted(BODY.length()), BODY);
    }

    @AfterEach
    void stopListening() {
        root().detachAppender(log);
    }

    @TestFactory
    Stream<DynamicTest> takesOrRefusesAnyBytesInAnyHeader() {
        var ours = Arrays.stream(RequestHeader.values()).map(RequestHeader::headerName);
        return Stream.concat(ours, READ_BY_LIBRARIES.stream())
                .map(header -> DynamicTest.dynamicTest(header, () -> lines(header)
                        .forEach(lines -> bodies.forEach((head, body) -> {
                            var got = raw.ask(head + lines, body);

                            assertThat(got.status())
                                    .as(head + printable(lines) + got.text())
                                    .matches(status -> isFine(status, header));
                            if (got.status() >= 400) {
                                assertThat(got.header("Content-Type"))
                                        .as(head + printable(lines) + got.text())
                                        .isEqualTo("application/problem+json");
                            }
                            assertThat(errors()).as(head + printable(lines)).isEmpty();
                        }))));
    }

    @Test
    void readsWhatOneClientInChinaSends() {
        var userAgent = "User-Agent: " + utf8("财经/3.2") + "\r\n";
        var credentials = "{\"email\":\"a@example.com\",\"password\":\"long enough\"}";

        var session = raw.ask(
                "POST /api/v1/sessions HTTP/1.1\r\n" + POST.formatted(credentials.length()) + userAgent, credentials);
        var keys = raw.ask("GET /.well-known/jwks.json HTTP/1.1\r\n" + userAgent, "");

        assertThat(session.status()).as(session.text()).isEqualTo(201);
        assertThat(session.text()).contains("??????/3.2");
        assertThat(keys.status()).isEqualTo(200);
    }

    @Test
    void namesTheHeaderThatItCannotUse() {
        for (var header : List.of("Idempotency-Key", "If-None-Match", "Accept", "Last-Event-ID")) {
            var got = bodies.entrySet().stream()
                    .map(each ->
                            raw.ask(each.getKey() + header + ": " + utf8("财").substring(1) + "\r\n", each.getValue()))
                    .filter(each -> each.text().contains("\"field\":\"" + header + "\""))
                    .findFirst();

            assertThat(got).as(header).hasValueSatisfying(each -> assertThat(each.status())
                    .isEqualTo(400));
        }
    }

    /** What cannot be a signature is no proof of who calls: that is 401, not 400. */
    @Test
    void namesTheHeaderThatMakesASignatureNone() {
        var got = bodies.entrySet().stream()
                .map(each -> raw.ask(
                        each.getKey() + "X-Partner-Signature: " + utf8("财").substring(1) + "\r\n", each.getValue()))
                .filter(each -> each.text().contains("x-partner-id: must be"))
                .findFirst();

        assertThat(got).hasValueSatisfying(each -> assertThat(each.status()).isEqualTo(401));
    }

    /** By RFC 9112 an unknown transfer coding is answered 501. */
    private static boolean isFine(int status, String header) {
        return status >= 200 && status < 500
                || header.equals(RequestHeader.TRANSFER_ENCODING.headerName()) && status == 501;
    }

    private static Stream<String> lines(String header) {
        var controls = IntStream.concat(IntStream.range(0, 32), IntStream.of(127))
                .filter(c -> c != '\r' && c != '\n')
                .mapToObj(c -> "a" + (char) c + "b");
        var values = Stream.of(
                "",
                chars(0x80, 0xA0),
                chars(0xA0, 0x100),
                utf8("财经/3.2"),
                "\"" + utf8("财经") + "\"",
                "a;b=\"" + utf8("财经") + "\"",
                "x".repeat(4000),
                "\"" + "x".repeat(4000),
                ",".repeat(1000),
                "application/json;charset=" + utf8("财"),
                "Bearer " + utf8("财经"));
        var twice = Stream.of("a", "\"a\"", "1", "gzip")
                .map(value -> line(header, value).repeat(2));
        return Stream.concat(Stream.concat(controls, values).map(value -> line(header, value)), twice);
    }

    private static String line(String header, String value) {
        return header + ": " + value + "\r\n";
    }

    private static String chars(int from, int to) {
        return IntStream.range(from, to).mapToObj(Character::toString).collect(Collectors.joining());
    }

    private static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String printable(String lines) {
        return lines.chars()
                .mapToObj(c -> c < ' ' || c > '~' ? "\\x%02x".formatted(c) : Character.toString(c))
                .limit(200)
                .collect(Collectors.joining());
    }

    /** The broker runs in this JVM, too, and has its own troubles. */
    private List<String> errors() {
        return List.copyOf(log.list).stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.ERROR))
                .filter(event -> !event.getLoggerName().contains("kafka"))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    }
}
