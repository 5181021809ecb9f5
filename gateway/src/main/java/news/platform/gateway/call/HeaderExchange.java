package news.platform.gateway.call;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;

/** Sends headers with one call and keeps those of its answer. */
final class HeaderExchange implements ClientInterceptor {

    private final Metadata sent;
    private final Metadata received = new Metadata();

    HeaderExchange(Metadata sent) {
        this.sent = sent;
    }

    /** Complete once the call has ended. */
    Metadata received() {
        return received;
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
            @Override
            public void start(Listener<A> listener, Metadata headers) {
                headers.merge(sent);
                super.start(new Keeping<>(listener), headers);
            }
        };
    }

    private final class Keeping<A> extends SimpleForwardingClientCallListener<A> {

        Keeping(ClientCall.Listener<A> listener) {
            super(listener);
        }

        @Override
        public void onHeaders(Metadata headers) {
            received.merge(headers);
            super.onHeaders(headers);
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            received.merge(trailers);
            super.onClose(status, trailers);
        }
    }
}
