package news.platform.grpc.stream;

import io.grpc.Context;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Gives what one source publishes to every subscriber of a server streaming method, in order and each at its own pace. What
 * waits for a subscriber is bounded: one that is too slow is ended with OVERLOADED and comes back; nobody else notices. Made
 * for few subscribers, the gateways, with a virtual thread each.
 *
 * <p>As a bean it ends all subscribers when the application stops, together with the gRPC server, which would else wait for
 * them. Thread-safe.
 *
 * @param <T> the method's response
 */
public final class Fanout<T> implements SmartLifecycle {
    private final int buffer;
    private final ToLongFunction<T> position;
    private final boolean ordered;
    private final Set<Subscription> subscriptions = ConcurrentHashMap.newKeySet();
    private volatile boolean running = true;

    /** Every message is a new one. {@code buffer}: how many may wait for one subscriber. */
    public Fanout(int buffer) {
        this(buffer, message -> 0, false);
    }

    /** Messages have positions that rise: one that is not behind a subscriber's last is not sent to it again. */
    public Fanout(int buffer, ToLongFunction<T> position) {
        this(buffer, position, true);
    }

    private Fanout(int buffer, ToLongFunction<T> position, boolean ordered) {
        this.buffer = buffer;
        this.position = position;
        this.ordered = ordered;
    }

    /** Gives it to all who have subscribed; never waits. Calls must follow each other. */
    public void publish(T message) {
        subscriptions.forEach(subscription -> subscription.offer(message));
    }

    /**
     * Answers the current call until its client leaves; returns at once.
     *
     * @param before what comes first, asked for after the subscription stands, so that nothing lies between it and what is
     *     published; taken one by one as the client takes them, and it may end with what was published meanwhile
     */
    public void subscribe(StreamObserver<T> observer, Supplier<? extends Iterator<T>> before) {
        var subscription = new Subscription((ServerCallStreamObserver<T>) observer);
        subscription.observer.setOnReadyHandler(subscription::wake);
        subscription.observer.setOnCancelHandler(() -> subscription.end(End.LEFT));
        subscriptions.add(subscription);
        if (!running) {
            subscription.end(End.STOPPED);
        }
        Thread.ofVirtual().name("fanout").start(Context.current().wrap(() -> subscription.run(before)));
    }

    /** How many have subscribed now. */
    public int subscribers() {
        return subscriptions.size();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        subscriptions.forEach(subscription -> subscription.end(End.STOPPED));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Why a subscription is over. */
    private enum End {
        LEFT,
        TOO_SLOW,
        STOPPED
    }

    /** One subscriber. */
    private final class Subscription {
        private final ServerCallStreamObserver<T> observer;
        private final Queue<T> waiting = new ArrayDeque<>();
        private long last = Long.MIN_VALUE;
        private @Nullable End end;

        Subscription(ServerCallStreamObserver<T> observer) {
            this.observer = observer;
        }

        synchronized void offer(T message) {
            if (end != null) {
                return;
            }
            if (waiting.size() == buffer) {
                end(End.TOO_SLOW);
                return;
            }
            waiting.add(message);
            notifyAll();
        }

        synchronized void end(End why) {
            if (end == null) {
                end = why;
                waiting.clear();
            }
            notifyAll();
        }

        synchronized void wake() {
            notifyAll();
        }

        void run(Supplier<? extends Iterator<T>> before) {
            try {
                Iterator<T> first = before.get();
                while (awaitReady() && first.hasNext()) {
                    send(first.next());
                }
                for (T next = next(); next != null; next = next()) {
                    if (!ordered || position.applyAsLong(next) > last) {
                        send(next);
                    }
                }
                finish();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                // also thrown by an observer whose client has left, which then takes no notice of this
                observer.onError(e);
            } finally {
                subscriptions.remove(this);
            }
        }

        private void send(T message) {
            observer.onNext(message);
            last = position.applyAsLong(message);
        }

        /** Waits; null when it is over. */
        private @Nullable T next() throws InterruptedException {
            if (!awaitReady()) {
                return null;
            }
            synchronized (this) {
                while (waiting.isEmpty() && end == null) {
                    wait();
                }
                return waiting.poll();
            }
        }

        /** Until the client takes more; false when it is over. */
        private synchronized boolean awaitReady() throws InterruptedException {
            while (end == null && !observer.isReady()) {
                wait();
            }
            return end == null;
        }

        private synchronized void finish() {
            if (end == End.TOO_SLOW) {
                observer.onError(new DomainException(
                        PlatformReason.OVERLOADED, "This subscriber takes less than comes; it shall come back."));
            } else if (end == End.STOPPED) {
                observer.onCompleted();
            }
        }
    }
}
