package news.platform.thirdparty.channel.wire;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a channel by HTTP, and takes its answer to the byte. Thread-safe. */
public final class ChannelHttp {
    /** Whoever asks for a charge waits meanwhile. */
    private static final Duration CONNECT = Duration.ofSeconds(2);

    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int MAX_ANSWER = 256 * 1024;
    private static final int MAX_STATEMENT = 64 * 1024 * 1024;
    private static final int SERVER_ERROR = 500;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /**
     * The answer.
     *
     * @throws IOException where there is none, or the channel is broken
     */
    public HttpResponse<byte[]> exchange(HttpRequest.Builder request) throws IOException {
        return send(request, TIMEOUT, MAX_ANSWER);
    }

    /** The same for a statement, which is longer and takes longer. */
    public HttpResponse<byte[]> statement(HttpRequest.Builder request) throws IOException {
        return send(request, LONG, MAX_STATEMENT);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request, Duration timeout, int max) throws IOException {
        try {
            var answer = client.send(
                    request.timeout(timeout).build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), max));
            if (answer.statusCode() >= SERVER_ERROR) {
                throw new IOException("status " + answer.statusCode());
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
