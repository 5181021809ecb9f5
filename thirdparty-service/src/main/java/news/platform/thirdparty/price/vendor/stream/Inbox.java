package news.platform.thirdparty.price.vendor.stream;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.platform.thirdparty.price.vendor.Tick;
import org.jspecify.annotations.Nullable;

/** What one connection brought and nobody has taken yet; bounded. Thread-safe. */
final class Inbox {
    private static final int MOST_TICKS = 20_000;

    private List<Message> messages = new ArrayList<>();
    private int ticks;
    private @Nullable Throwable failure;

    /**
     * What came at once.
     *
     * @param sequence its number; 0 where the vendor does not count
     * @param ticks each as the vendor says it; empty where that makes no sense
     */
    record Message(long sequence, List<Optional<Tick>> ticks) {}

    /** Where more is kept than anybody takes, the connection is given up: what is missing can be asked for again, memory cannot. */
    synchronized void add(Message message) {
        ticks += message.ticks().size();
        if (ticks > MOST_TICKS) {
            failed(new IOException("nobody takes what comes"));
        }
        if (failure == null) {
            messages.add(message);
        }
    }

    /** Nothing comes any more. */
    synchronized void failed(Throwable why) {
        if (failure == null) {
            failure = why;
        }
    }

    /**
     * All of it.
     *
     * @throws IOException where there is nothing, and nothing will come
     */
    synchronized List<Message> take() throws IOException {
        if (messages.isEmpty() && failure != null) {
            throw new IOException("the connection is lost: " + failure.getMessage(), failure);
        }
        var taken = messages;
        messages = new ArrayList<>();
        ticks = 0;
        return taken;
    }
}
