package news.platform.gateway.stream;

import com.google.protobuf.Message;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The service's side of one stream: messages wait in a bounded buffer; when it is full the client is too slow and the call is
 * cancelled. The last thing that is offered is how it ended.
 */
final class Upstream extends ClientCall.Listener<Message> {

    /** What comes out of the buffer. */
    sealed interface Event {}

    /** One message. */
    record Next(Message message) implements Event {}

    /** Nothing more comes; null where it ended well. */
    record End(@Nullable StatusRuntimeException failure) implements Event {}

    /** The client is too slow, or the gateway stops: it shall come back. */
    record Cut() implements Event {}

    private final ClientCall<Message, Message> call;
    private final BlockingQueue<Event> buffer;
    private final AtomicReference<@Nullable Event> end = new AtomicReference<>();

    Upstream(ClientCall<Message, Message> call, int capacity) {
        this.call = call;
        this.buffer = new ArrayBlockingQueue<>(capacity);
    }

    void start(Message request, Metadata headers) {
        call.start(this, headers);
        call.sendMessage(request);
        call.halfClose();
        call.request(1);
    }

    /** Waits for the next event, null where none came in time. */
    @Nullable
    Event poll(Duration wait) throws InterruptedException {
        var next = buffer.poll();
        if (next != null) {
            return next;
        }
        var ended = end.get();
        return ended != null ? ended : buffer.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    void cut() {
        finish(new Cut());
        call.cancel("the client is cut off", null);
    }

    void cancel() {
        finish(new End(null));
        call.cancel("the client has left", null);
    }

    @Override
    public void onMessage(Message message) {
        if (buffer.offer(new Next(message))) {
            call.request(1);
            return;
        }
        buffer.clear();
        cut();
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
        finish(new End(status.isOk() ? null : status.asRuntimeException(trailers)));
    }

    /** The first end counts; it is also offered, so that whoever waits wakes up. */
    private void finish(Event event) {
        if (end.compareAndSet(null, event)) {
            buffer.offer(event);
        }
    }
}
