package news.platform.thirdparty.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import news.platform.sandbox.SandboxServer;
import news.platform.thirdparty.LocalWeb;
import news.platform.thirdparty.channel.PaymentChannelContract.Sent;

/** The sandbox itself, and who is called back by it. */
public final class Sandbox implements AutoCloseable {
    public static final String SECRET = "a secret of the sandbox in tests";

    private static final int PATIENCE_SECONDS = 20;

    private final LocalWeb web = new LocalWeb();
    private final BlockingQueue<Sent> callbacks = new LinkedBlockingQueue<>();
    private final SandboxServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    public Sandbox() {
        web.on("/callback", this::take);
        try {
            server = SandboxServer.start(0, SECRET, InstantSource.system());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI url() {
        return server.url();
    }

    public URI notifyUrl() {
        return web.uri("/callback");
    }

    /** Posts, and answers the status. */
    public int post(String url, String body) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(url)).POST(BodyPublishers.ofString(body)));
    }

    /** Orders faults: JSON. */
    public void faults(String faults) throws IOException {
        send(HttpRequest.newBuilder(url().resolve("/control/faults")).PUT(BodyPublishers.ofString(faults)));
    }

    /** The next callback, waited for. */
    public Sent callback() {
        try {
            var callback = callbacks.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (callback == null) {
                throw new AssertionError("no callback came");
            }
            return callback;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private int send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (name.toLowerCase(Locale.ROOT).startsWith("x-sandbox-")) {
                headers.put(name.toLowerCase(Locale.ROOT), values.getFirst());
            }
        });
        callbacks.add(
                new Sent(headers, "application/json", exchange.getRequestBody().readAllBytes()));
        LocalWeb.send(exchange, 200, "", new byte[0]);
    }

    @Override
    public void close() {
        server.close();
        web.close();
        client.shutdownNow();
    }
}
