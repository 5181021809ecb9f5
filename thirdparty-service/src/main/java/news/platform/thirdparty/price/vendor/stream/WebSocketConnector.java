package news.platform.thirdparty.price.vendor.stream;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import news.platform.thirdparty.fetch.Fetcher;
import news.platform.thirdparty.price.vendor.VendorProperties;

/** Opens WebSockets to vendors, at public addresses alone. */
final class WebSocketConnector implements Connector, AutoCloseable {
    static final Duration LIMIT = Duration.ofSeconds(5);

    private final Fetcher fetcher;
    private final Clock clock;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();

    WebSocketConnector(Fetcher fetcher, Clock clock) {
        this.fetcher = fetcher;
        this.clock = clock;
    }

    @Override
    public Connection connect(VendorProperties vendor, Inbox inbox) throws IOException {
        requirePublic(fetcher, vendor.url(), vendor.scheme().equals("wss"));
        var request = client.newWebSocketBuilder().connectTimeout(LIMIT);
        if (!vendor.token().isEmpty()) {
            request.header("Authorization", "Bearer " + vendor.token());
        }
        return new WebSocketConnection(listener -> await(request.buildAsync(vendor.url(), listener)), inbox, clock);
    }

    /** The look-up is not the one that the connection makes: addresses come from configuration, this is against a slip in it. */
    static void requirePublic(Fetcher fetcher, URI url, boolean secure) throws IOException {
        var web = URI.create((secure ? "https://" : "http://") + url.getRawAuthority() + "/");
        if (fetcher.isForbidden(web, LIMIT)) {
            throw new IOException(url.getRawAuthority() + " is not at a public address");
        }
    }

    /** What the other side does within the limit. */
    static <T> T await(CompletableFuture<T> answer) throws IOException {
        try {
            return answer.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause()), e.getCause());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("not done after " + LIMIT.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
