package news.platform.thirdparty.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import news.platform.thirdparty.LocalWeb;
import news.platform.thirdparty.fetch.FetchResult.Content;
import news.platform.thirdparty.fetch.FetchResult.Failed;
import org.springframework.util.unit.DataSize;

/** How the tests of this package fetch, and what their hosts answer. */
final class Fetches {
    /** Longer than anything that is well takes, on the slowest machine. */
    static final Duration TOTAL = Duration.ofSeconds(10);

    private static final Duration IMPATIENCE = Duration.ofMillis(700);

    private Fetches() {}

    static Content content(FetchResult result) {
        assertThat(result).isInstanceOf(Content.class);
        return (Content) result;
    }

    static Failed failed(FetchResult result) {
        assertThat(result).isInstanceOf(Failed.class);
        return (Failed) result;
    }

    static Fetcher fetcher(HostResolver resolver, String... allowed) {
        return new Fetcher(properties(allowed), Clock.systemUTC(), resolver);
    }

    /** Gives up soon, for tests of what never ends. */
    static Fetcher impatient(HostResolver resolver, String... allowed) {
        return new Fetcher(properties(IMPATIENCE, allowed), Clock.systemUTC(), resolver);
    }

    static FetchProperties properties(String... allowed) {
        return properties(TOTAL, allowed);
    }

    private static FetchProperties properties(Duration total, String... allowed) {
        return new FetchProperties(
                Duration.ofSeconds(3), total, DataSize.ofKilobytes(500), 5, "test-agent", List.of(allowed));
    }

    static LocalWeb.Answer redirect(String target) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", target);
            exchange.sendResponseHeaders(302, -1);
        };
    }

    static LocalWeb.Answer encoded(String encoding, byte[] body) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", encoding);
            LocalWeb.send(exchange, 200, "text/xml", body);
        };
    }

    static String header(HttpExchange exchange, String name) {
        return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }

    static InetAddress[] addresses(String... literals) {
        return List.of(literals).stream().map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
    }

    static byte[] gzip(byte[] body) {
        return packed(body, true);
    }

    static byte[] deflate(byte[] body) {
        return packed(body, false);
    }

    static byte[] packed(byte[] body, boolean gzip) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = gzip ? new GZIPOutputStream(bytes) : new DeflaterOutputStream(bytes)) {
            out.write(body);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }
}
