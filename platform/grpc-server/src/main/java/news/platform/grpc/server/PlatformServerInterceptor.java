package news.platform.grpc.server;

import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.util.Objects;
import news.platform.identity.PeerIdentity;
import news.platform.policy.Policies;
import news.platform.security.CallOrigin;
import news.platform.security.Caller;
import news.platform.security.Callers;
import org.jspecify.annotations.Nullable;

/**
 * What every call of ours passes, in this order: errors become statuses (of all that follows), whether this service may
 * call at all, the policy's access rules, then, for each message, the field rules. gRPC's own services (health,
 * reflection) are left alone.
 */
final class PlatformServerInterceptor implements ServerInterceptor {
    private static final String OWN_SERVICES_OF_GRPC = "grpc.";

    private final Policies policies;
    private final PeerCheck peers;
    private final AccessCheck access;
    private final RequestRules rules;
    private final Failures failures;

    PlatformServerInterceptor(
            Policies policies, PeerCheck peers, AccessCheck access, RequestRules rules, Failures failures) {
        this.policies = policies;
        this.peers = peers;
        this.access = access;
        this.rules = rules;
        this.failures = failures;
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        String method = call.getMethodDescriptor().getFullMethodName();
        if (method.startsWith(OWN_SERVICES_OF_GRPC)) {
            return next.startCall(call, headers);
        }
        String peer = Objects.requireNonNullElse(call.getAttributes().get(PeerIdentity.PEER), "");
        CallState state = new CallState(method, headers, policies.of(call.getMethodDescriptor()), peers.service(peer));
        ServedCall<Q, R> served = new ServedCall<>(call, state, failures);
        try {
            peers.check(peer, state);
            Context context = context(state, access.check(state).orElse(null));
            Context previous = context.attach();
            try {
                return new ServedListener<>(next.startCall(served, headers), served, context, rules);
            } finally {
                context.detach(previous);
            }
        } catch (Throwable failure) {
            served.fail(failure);
            return new ServerCall.Listener<>() {};
        }
    }

    private static Context context(CallState state, @Nullable Caller caller) {
        return Context.current().withValues(CallState.KEY, state, Callers.KEY, caller, CallOrigin.KEY, state.origin());
    }
}
