package news.platform.grpc.client;

import io.grpc.Metadata;
import news.platform.security.Caller;
import news.platform.security.Callers;

/** Passes on who calls; what the call carries already stays. From where, only the gateway says. */
final class Propagation {
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private Propagation() {}

    static void addTo(Metadata headers) {
        Caller caller = Callers.KEY.get();
        if (caller != null && !headers.containsKey(AUTHORIZATION)) {
            headers.put(AUTHORIZATION, "Bearer " + caller.token());
        }
    }
}
