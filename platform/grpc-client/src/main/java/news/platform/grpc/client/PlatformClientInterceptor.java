package news.platform.grpc.client;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.MethodDescriptor;

/** What every outgoing call has, in one step: deadline, the caller's token, bulkhead, breaker, retry. */
final class PlatformClientInterceptor implements ClientInterceptor {
    private final MethodGuards guards;
    private final ClientCallMeters meters;

    PlatformClientInterceptor(MethodGuards guards, ClientCallMeters meters) {
        this.guards = guards;
        this.meters = meters;
    }

    @Override
    public <Q, R> ClientCall<Q, R> interceptCall(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
        MethodGuard guard = guards.of(String.valueOf(next.authority()), method);
        CallOptions limited = guard.limit(options);
        return new GuardedCall<>(guard, meters, method.getFullMethodName(), () -> next.newCall(method, limited));
    }
}
