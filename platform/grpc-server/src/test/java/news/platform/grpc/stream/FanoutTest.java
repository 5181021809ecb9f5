package news.platform.grpc.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.stub.ServerCallStreamObserver;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import news.platform.error.DomainException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FanoutTest {
    private final Fanout<Long> fanout = new Fanout<>(8, Long::longValue);

    /** A call whose client takes as much as the test says. */
    private static final class Call extends ServerCallStreamObserver<Long> {
        final List<Long> sent = new CopyOnWriteArrayList<>();
        volatile int room = Integer.MAX_VALUE;
        volatile @Nullable Throwable failure;
        volatile boolean complete;
        private Runnable onReady = () -> {};
        private Runnable onCancel = () -> {};
        private volatile boolean cancelled;

        void takes(int more) {
            room = more;
            onReady.run();
        }

        void leaves() {
            cancelled = true;
            onCancel.run();
        }

        @Override
        public void onNext(Long message) {
            room--;
            sent.add(message);
        }

        @Override
        public void onError(Throwable thrown) {
            failure = thrown;
        }

        @Override
        public void onCompleted() {
            complete = true;
        }

        @Override
        public boolean isReady() {
            return room > 0;
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }

        @Override
        public void setOnReadyHandler(Runnable handler) {
            onReady = handler;
        }

        @Override
        public void setOnCancelHandler(Runnable handler) {
            onCancel = handler;
        }

        @Override
        public void setCompression(String compression) {}

        @Override
        public void disableAutoInboundFlowControl() {}

        @Override
        public void request(int count) {}

        @Override
        public void setMessageCompression(boolean enable) {}
    }

    @AfterEach
    void stop() {
        fanout.stop();
    }

    @Test
    void givesEverySubscriberWhatWasBeforeAndWhatIsPublishedOnceAndInOrder() {
        Call first = subscribed(() -> List.of(1L, 2L).iterator());
        fanout.publish(3L);
        Call second = new Call();
        fanout.subscribe(second, () -> {
            // published after it subscribed and before it looked back
            fanout.publish(4L);
            return List.of(2L, 3L, 4L).iterator();
        });
        // one publishes after the other
        await().until(() -> second.sent.contains(4L));
        fanout.publish(5L);

        await().until(() -> first.sent.equals(List.of(1L, 2L, 3L, 4L, 5L)));
        await().until(() -> second.sent.equals(List.of(2L, 3L, 4L, 5L)));
    }

    @Test
    void takesWhatWasBeforeOnlyAsFastAsTheClientDoes() {
        Call call = new Call();
        call.room = 2;
        Iterator<Long> history = IntStream.range(0, 1000).mapToLong(i -> i).iterator();
        fanout.subscribe(call, () -> history);
        await().until(() -> call.sent.size() == 2);

        call.takes(3);

        await().until(() -> call.sent.size() == 5);
        assertThat(history.next()).isEqualTo(5L);
    }

    @Test
    void endsASubscriberThatTakesLessThanComesAndNobodyElse() {
        Call quick = subscribed(List.<Long>of()::iterator);
        Call slow = new Call();
        slow.room = 0;
        fanout.subscribe(slow, List.<Long>of()::iterator);

        for (long i = 1; i <= 20; i++) {
            long message = i;
            fanout.publish(message);
            await().until(() -> quick.sent.contains(message));
        }

        await().until(() -> slow.failure instanceof DomainException refusal
                && refusal.reason().name().equals("OVERLOADED"));
        assertThat(slow.sent).isEmpty();
        await().until(() -> fanout.subscribers() == 1);
    }

    @Test
    void forgetsASubscriberThatLeaves() {
        Call call = subscribed(List.<Long>of()::iterator);

        call.leaves();

        await().until(() -> fanout.subscribers() == 0);
        assertThat(call.failure).isNull();
    }

    @Test
    void tellsItsCallerWhatFailedWhenItLookedBack() {
        Call call = subscribed(() -> {
            throw new IllegalStateException("the table is away");
        });

        await().until(() -> call.failure instanceof IllegalStateException);
        assertThat(fanout.subscribers()).isZero();
    }

    @Test
    void endsAllWhenItStopsAndAcceptsNoMore() {
        Call before = subscribed(List.<Long>of()::iterator);

        fanout.stop();
        Call after = subscribed(List.<Long>of()::iterator);

        await().until(() -> before.complete && after.complete);
    }

    private Call subscribed(java.util.function.Supplier<Iterator<Long>> before) {
        Call call = new Call();
        fanout.subscribe(call, before);
        return call;
    }
}
