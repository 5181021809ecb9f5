package news.platform.grpc.server;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;

/** A call whose answer carries what was told by {@link CallMetadata} and whose failures are translated. */
final class ServedCall<Q, R> extends SimpleForwardingServerCall<Q, R> {
    private final CallState state;
    private final Failures failures;
    private volatile boolean closed;

    ServedCall(ServerCall<Q, R> delegate, CallState state, Failures failures) {
        super(delegate);
        this.state = state;
        this.failures = failures;
    }

    /** Whether the answer is complete: what still arrives is of no interest. */
    boolean closed() {
        return closed;
    }

    /** Ends the call with what the failure amounts to. */
    void fail(Throwable failure) {
        StatusRuntimeException status =
                failures.toStatus(failure, getMethodDescriptor().getFullMethodName());
        Metadata trailers = status.getTrailers();
        finish(status.getStatus(), trailers == null ? new Metadata() : trailers);
    }

    @Override
    public void sendHeaders(Metadata headers) {
        state.writeTo(headers);
        super.sendHeaders(headers);
    }

    @Override
    public void close(Status status, Metadata trailers) {
        if (status.isOk()) {
            finish(status, trailers);
            return;
        }
        Throwable cause = status.getCause();
        fail(cause != null ? cause : status.asRuntimeException(trailers));
    }

    private void finish(Status status, Metadata trailers) {
        if (closed) {
            return;
        }
        closed = true;
        state.writeTo(trailers);
        super.close(status, trailers);
    }
}
