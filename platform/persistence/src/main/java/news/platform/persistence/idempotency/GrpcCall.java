package news.platform.persistence.idempotency;

import java.time.Duration;
import java.util.Optional;
import news.platform.grpc.server.CallMetadata;
import news.platform.security.CallOrigin;
import news.platform.security.Caller;
import news.platform.security.Callers;

/**
 * The gRPC call of the current thread. Callers who are not logged in are told apart by their address at the edge: with one
 * scope for all of them, who guesses or copies a key would be given somebody else's answer. A service's keys are its own,
 * for whomever it calls: two that handle one event would derive the same ones.
 */
final class GrpcCall implements Call {
    private static final String ANONYMOUS = "anonymous";

    @Override
    public Optional<String> idempotencyKey() {
        return CallMetadata.idempotencyKey();
    }

    @Override
    public String caller() {
        String user = Callers.current().map(Caller::userId).orElseGet(() -> Optional.ofNullable(CallOrigin.KEY.get())
                .flatMap(CallOrigin::address)
                .map(address -> ANONYMOUS + " at " + address)
                .orElse(ANONYMOUS));
        return CallMetadata.service().map(service -> service + " for " + user).orElse(user);
    }

    @Override
    public Duration deadline() {
        return CallMetadata.deadline().orElseThrow();
    }

    @Override
    public void markReplayed() {
        CallMetadata.replayed();
    }
}
