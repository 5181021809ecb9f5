package news.platform.persistence;

import java.util.Optional;
import news.platform.grpc.server.CallMetadata;
import news.platform.security.Caller;
import news.platform.security.Callers;

/** The gRPC call of the current thread. Callers who are not logged in share one scope: their keys are random. */
final class GrpcCall implements Call {
    private static final String ANONYMOUS = "anonymous";

    @Override
    public Optional<String> idempotencyKey() {
        return CallMetadata.idempotencyKey();
    }

    @Override
    public String caller() {
        return Callers.current().map(Caller::userId).orElse(ANONYMOUS);
    }

    @Override
    public void markReplayed() {
        CallMetadata.replayed();
    }
}
