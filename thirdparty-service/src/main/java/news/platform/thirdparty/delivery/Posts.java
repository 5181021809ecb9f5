package news.platform.thirdparty.delivery;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Gatherers;

/**
 * Posts messages one by one by HTTP, many at once; by HTTP/2 where the other side speaks it, on one connection. Where an answer is
 * lost nobody knows whether the message arrived; such a one is not sent again. Thread-safe.
 */
public final class Posts {
    private static final int AT_ONCE = 64;
    private static final int MAX_ANSWER = 64 * 1024;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    /** Told by identity: what is answered may be equal. */
    private static final Outcome UNREACHABLE = new Outcome.Retry(Duration.ofSeconds(10));

    private final HttpClient client;

    public Posts(HttpClient client) {
        this.client = client;
    }

    /** What becomes of one message. */
    @FunctionalInterface
    public interface Post {
        /** Sends it, by {@link Posts#exchange}. */
        Outcome of(Message message) throws IOException;
    }

    /**
     * Sends each; once the other side wants to be left alone, no more.
     *
     * @return what became of each, in their order
     * @throws IOException where the other side could be reached for none of them
     */
    public List<Outcome> each(List<Message> messages, Post post) throws IOException {
        var busy = new AtomicReference<Optional<Outcome>>(Optional.empty());
        var outcomes = messages.stream()
                .gather(Gatherers.mapConcurrent(
                        AT_ONCE, (Message message) -> busy.get().orElseGet(() -> {
                            var outcome = attempt(message, post);
                            if (outcome instanceof Outcome.Busy) {
                                busy.set(Optional.of(outcome));
                            }
                            return outcome;
                        })))
                .toList();
        if (!outcomes.isEmpty() && outcomes.stream().allMatch(outcome -> outcome == UNREACHABLE)) {
            throw new ConnectException("nobody can be reached");
        }
        return outcomes;
    }

    /** Sends a request and waits for its answer. */
    public HttpResponse<String> exchange(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(
                    request.timeout(TIMEOUT).build(), BodyHandlers.limiting(BodyHandlers.ofString(), MAX_ANSWER));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** How long the other side wants to be left alone, where it says so. */
    public static Duration retryAfter(HttpResponse<?> response, Duration otherwise) {
        return response.headers()
                .firstValue("retry-after")
                .filter(value -> value.matches("[0-9]{1,5}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(otherwise);
    }

    private static Outcome attempt(Message message, Post post) {
        try {
            return post.of(message);
        } catch (ConnectException | HttpConnectTimeoutException e) {
            return UNREACHABLE;
        } catch (IOException e) {
            return new Outcome.Refused("the answer was lost");
        }
    }
}
