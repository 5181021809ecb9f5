package news.platform.grpc.client;

import io.grpc.Attributes;
import io.grpc.ClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import news.platform.error.ErrorStatuses;
import news.platform.error.LostConnection;
import org.jspecify.annotations.Nullable;

/**
 * A call that was let in by its guard, or refused. A method that only reads is sent a second time when the connection
 * failed before anything was answered; that happens in the thread that delivers the failure, without a pause: with several
 * callees the next one is asked, with one it is reached anew.
 */
final class GuardedCall<Q, R> extends ClientCall<Q, R> {
    private static final int ALIVE_AFTER_SECONDS = 1;

    private final MethodGuard guard;
    private final ClientCallMeters meters;
    private final String method;
    private final Supplier<ClientCall<Q, R>> next;

    private @Nullable Metadata retryHeaders;
    private @Nullable Q request;
    private int requested;
    private boolean halfClosed;
    private boolean cancelled;
    private volatile @Nullable ClientCall<Q, R> current;

    GuardedCall(MethodGuard guard, ClientCallMeters meters, String method, Supplier<ClientCall<Q, R>> next) {
        this.guard = guard;
        this.meters = meters;
        this.method = method;
        this.next = next;
    }

    @Override
    public void start(Listener<R> listener, Metadata headers) {
        StatusRuntimeException refusal = guard.enter();
        if (refusal != null) {
            meters.refused(method, ErrorStatuses.read(refusal).reason());
            Metadata trailers = refusal.getTrailers();
            listener.onClose(refusal.getStatus(), trailers == null ? new Metadata() : trailers);
            return;
        }
        Propagation.addTo(headers);
        if (guard.isSafe()) {
            retryHeaders = new Metadata();
            retryHeaders.merge(headers);
        }
        begin(new Attempt(listener), headers);
    }

    private void begin(Attempt attempt, Metadata headers) {
        try {
            ClientCall<Q, R> call = next.get();
            current = call;
            call.start(attempt, headers);
            if (guard.isStream()) {
                CompletableFuture.delayedExecutor(ALIVE_AFTER_SECONDS, TimeUnit.SECONDS, Runnable::run)
                        .execute(attempt::alive);
            }
        } catch (RuntimeException e) {
            attempt.note(Status.CANCELLED, new Metadata());
            guard.leave();
            throw e;
        }
    }

    @Override
    public void request(int numMessages) {
        requested += numMessages;
        ClientCall<Q, R> call = current;
        if (call != null) {
            call.request(numMessages);
        }
    }

    @Override
    public void sendMessage(Q message) {
        if (guard.isSafe()) {
            request = message;
        }
        ClientCall<Q, R> call = current;
        if (call != null) {
            call.sendMessage(message);
        }
    }

    @Override
    public void halfClose() {
        synchronized (this) {
            halfClosed = true;
        }
        ClientCall<Q, R> call = current;
        if (call != null) {
            call.halfClose();
        }
    }

    @Override
    public void cancel(@Nullable String message, @Nullable Throwable cause) {
        ClientCall<Q, R> call;
        synchronized (this) {
            cancelled = true;
            call = current;
        }
        if (call != null) {
            call.cancel(message, cause);
        }
    }

    @Override
    public boolean isReady() {
        ClientCall<Q, R> call = current;
        return call != null && call.isReady();
    }

    @Override
    public void setMessageCompression(boolean enabled) {
        ClientCall<Q, R> call = current;
        if (call != null) {
            call.setMessageCompression(enabled);
        }
    }

    @Override
    public Attributes getAttributes() {
        ClientCall<Q, R> call = current;
        return call == null ? Attributes.EMPTY : call.getAttributes();
    }

    /** Sends the request again; false when the caller has left or has not sent everything yet. */
    private synchronized boolean sendAgain(Listener<R> listener) {
        Metadata headers = retryHeaders;
        Q message = request;
        if (cancelled || !halfClosed || headers == null || message == null) {
            return false;
        }
        retryHeaders = null;
        meters.retried(method);
        ClientCall<Q, R> call = next.get();
        current = call;
        call.start(new Attempt(listener), headers);
        call.request(requested);
        call.sendMessage(message);
        call.halfClose();
        return true;
    }

    /** Takes note of how the attempt ends. */
    private final class Attempt extends SimpleForwardingClientCallListener<R> {
        private final Listener<R> listener;
        private final long since = guard.now();
        private final AtomicBoolean noted = new AtomicBoolean();
        private boolean answered;

        Attempt(Listener<R> listener) {
            super(listener);
            this.listener = listener;
        }

        @Override
        public void onHeaders(Metadata headers) {
            answered = true;
            super.onHeaders(headers);
        }

        @Override
        public void onMessage(R message) {
            if (guard.isStream()) {
                alive();
            }
            super.onMessage(message);
        }

        /** A stream may have no end: that it answers, or lives for a while, shows that its callee is well. */
        void alive() {
            note(Status.OK, new Metadata());
        }

        void note(Status status, Metadata trailers) {
            if (noted.compareAndSet(false, true)) {
                guard.record(status, trailers, since);
            }
        }

        @Override
        public void onClose(Status ended, Metadata trailers) {
            Status status = LostConnection.read(ended);
            note(status, trailers);
            if (!status.isOk() && !answered && retryHeaders != null && guard.mayRetry(status, trailers)) {
                if (sendAgain(listener)) {
                    return;
                }
                guard.record(Status.CANCELLED, trailers, since);
            }
            guard.leave();
            super.onClose(status, trailers);
        }
    }
}
