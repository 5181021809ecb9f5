package news.platform.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The sandbox on the loopback: {@code /v1} for whoever asks for money, {@code /pay} for whoever pays, {@code /control} for whoever wants
 * something to go wrong. What it says is in docs/payment-channels.md.
 */
public final class SandboxServer implements AutoCloseable {
    private static final int BACKLOG = 256;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Callbacks callbacks;
    private final Control control;

    private SandboxServer(HttpServer server, String secret, InstantSource clock) {
        this.server = server;
        var books = new Books(clock);
        this.control = new Control(books);
        this.callbacks = new Callbacks(secret, clock, control::faults);
        var telling = new Telling(callbacks);
        server.setExecutor(threads);
        context("/v1/", control.disturbed(new Api(books, telling, secret, url())));
        context("/pay/", control.disturbed(new Paying(books, telling)));
        context("/control/", exchange -> control.handle(exchange, callbacks));
        context("/health", exchange -> Exchanges.json(exchange, 200, new Health("UP")));
        server.start();
    }

    /**
     * Starts it.
     *
     * @param port 0: any that is free
     * @param secret with which whoever asks shows who it is, and by which callbacks are signed
     */
    public static SandboxServer start(int port, String secret, InstantSource clock) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        return new SandboxServer(HttpServer.create(address, BACKLOG), secret, clock);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void context(String path, Answering answering) {
        server.createContext(path, exchange -> {
            try (exchange) {
                answer(exchange, answering);
            }
        });
    }

    private static void answer(HttpExchange exchange, Answering answering) throws IOException {
        try {
            answering.answer(exchange);
        } catch (IllegalArgumentException e) {
            Exchanges.json(exchange, 400, new Exchanges.Problem(String.valueOf(e.getMessage())));
        }
    }

    /** Answers one request. */
    @FunctionalInterface
    interface Answering {
        void answer(HttpExchange exchange) throws IOException;
    }

    private record Health(String status) {}

    @Override
    public void close() {
        control.close();
        callbacks.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
