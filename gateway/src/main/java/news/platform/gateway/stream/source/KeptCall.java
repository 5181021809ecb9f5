package news.platform.gateway.stream.source;

import com.google.protobuf.Message;
import io.grpc.Channel;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import news.platform.gateway.contract.Method;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one call of a method open: when it breaks it is opened again after a second, then two, four, then each five; the first
 * message makes it one again. An outage is one line in the log, and one when it is over. Thread-safe.
 */
public final class KeptCall {

    private static final Logger log = LoggerFactory.getLogger(KeptCall.class);
    private static final Duration SOONEST = Duration.ofSeconds(1);
    /** With the start of a service this leaves clients unserved for less than ten seconds after its return. */
    private static final Duration LATEST = Duration.ofSeconds(5);

    private static final int AHEAD = 256;

    /** What comes, one after the other. */
    public interface Taker {

        /** @param first whether it is the first of a call */
        void took(Message message, boolean first);
    }

    private final Method method;
    private final Channel callee;
    private final Supplier<Message> request;
    private final Taker taker;
    private final Runnable loser;
    private @Nullable Upstream current;
    private volatile boolean answering;
    private int answered;
    private boolean away;
    private boolean lost;
    private Duration pause = SOONEST;

    /** {@code request}: asked for with each call. */
    public KeptCall(Method method, Channel callee, Supplier<Message> request, Taker taker) {
        this(method, callee, request, taker, () -> {});
    }

    /** {@code loser}: run once an outage, before the next message, when the call that broke could not be opened again at once. */
    public KeptCall(Method method, Channel callee, Supplier<Message> request, Taker taker, Runnable loser) {
        this.method = method;
        this.callee = callee;
        this.request = request;
        this.taker = taker;
        this.loser = loser;
    }

    /** Opens it where it is not. */
    public synchronized void open() {
        if (current == null) {
            start();
        }
    }

    /** Until it is opened again. */
    public synchronized void stop() {
        var last = current;
        current = null;
        answering = false;
        if (last != null) {
            last.cancel();
        }
    }

    /** Whether the last call has answered and not ended. */
    public boolean isAnswering() {
        return answering;
    }

    /** How many calls have answered so far: the number of the last of them. */
    public synchronized int answered() {
        return answered;
    }

    private void start() {
        var self = new Upstream[1];
        var call = new Upstream(callee, method, message -> took(self[0], message), status -> ended(self[0], status));
        self[0] = call;
        current = call;
        call.open(request.get());
    }

    private void took(Upstream call, Message message) {
        boolean first;
        synchronized (this) {
            if (call != current) {
                return;
            }
            first = !answering;
            answering = true;
            answered += first ? 1 : 0;
            pause = SOONEST;
            lost = false;
            if (away) {
                away = false;
                log.info("{} is back", method);
            }
        }
        call.more(first ? AHEAD : 1);
        taker.took(message, first);
    }

    private synchronized void ended(Upstream call, Status status) {
        if (call != current) {
            return;
        }
        answering = false;
        if (away) {
            lose(answered);
        } else {
            away = true;
            log.warn("{} is away, trying until it is back: {}", method, status);
            int last = answered;
            // where nobody so much as refuses the next call
            after(LATEST, () -> lose(last));
        }
        after(pause, () -> again(call));
        var next = pause.multipliedBy(2);
        pause = next.compareTo(LATEST) > 0 ? LATEST : next;
    }

    private static void after(Duration pause, Runnable what) {
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread)
                .execute(what);
    }

    /** {@code last}: the last call that had answered then; what has been opened since is another matter. */
    private synchronized void lose(int last) {
        if (away && !lost && answered == last && current != null) {
            lost = true;
            loser.run();
        }
    }

    private synchronized void again(Upstream call) {
        if (call == current) {
            start();
        }
    }
}
